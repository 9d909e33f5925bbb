/** Says that something happened, in the transaction in which it happens. */
import { sql } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { events } from './events.table.ts';

/** The channel that every process listens on; a notification carries the topic alone. */
export const channel = 'portico_events';

/** Something that happened. */
export interface Happening {
  /** Who is interested follows the topic: `comments:<id of the post>`. At most 7,000 bytes. */
  readonly topic: string;
  /** What happened, such as `created`. */
  readonly name: string;
  /** The id of what it happened to; whoever is told reads the rest. */
  readonly subject: string;
}

/**
 * Those who follow the topic are told once the transaction has committed, in every process; if it does not, nothing
 * happened.
 * @param tx the transaction that makes it happen
 * @see https://www.postgresql.org/docs/current/sql-notify.html
 */
export async function publish(
  tx: PgDatabase<PostgresJsQueryResultHKT>,
  { topic, name, subject }: Happening,
): Promise<void> {
  await tx.execute(sql`
    with event as (
      insert into ${events} (topic, name, subject) values (${topic}, ${name}, ${subject}) returning topic
    )
    select pg_notify(${channel}, topic) from event`);
}
