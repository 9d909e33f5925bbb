/** Reads what happened after a position, in an order that never changes afterwards. */
import type { Sql } from 'postgres';
import { formatPosition, type Position } from './position.ts';

/** Something that happened, as those who follow its topic are told. */
export interface Event {
  /** The id after which to go on. */
  readonly position: string;
  readonly name: string;
  readonly subject: string;
}

/** What one read found. */
export interface Batch {
  readonly events: readonly Event[];
  /** After the last of them. */
  readonly position: Position;
  /** True when more has been committed that cannot be told yet. */
  readonly isHeld: boolean;
}

/** Most events of one read. */
const batchSize = 500;

interface Row {
  readonly xid: string;
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly at: string;
  readonly settled: boolean;
}

/**
 * Events are ordered by transaction, then by id. One is told only when every older transaction has ended: a transaction
 * that is still open may yet commit an event that belongs before it.
 * @see https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT
 */
export async function readEvents(sql: Sql, topic: string, after: Position): Promise<Batch> {
  const rows = await sql<Row[]>`
    select xid, id, name, subject, floor(extract(epoch from created_at) * 1000)::text as at,
      xid < (select pg_snapshot_xmin(pg_current_snapshot())) as settled
    from events
    where topic = ${topic} and (xid, id) > (${String(after.xid)}::xid8, ${String(after.id)}::bigint)
    order by xid, id
    limit ${batchSize}`;
  const held = rows.findIndex(({ settled }) => !settled);
  const told = (held < 0 ? rows : rows.slice(0, held)).map((row) => {
    const position = { xid: BigInt(row.xid), id: BigInt(row.id), at: Number(row.at) };
    return { position, event: { position: formatPosition(position), name: row.name, subject: row.subject } };
  });
  return {
    events: told.map(({ event }) => event),
    position: told.at(-1)?.position ?? after,
    isHeld: held >= 0,
  };
}

/** Transactions by which a position is judged: all below `oldest` have ended, none from `next` on has begun. */
export async function currentTransactions(sql: Sql): Promise<{ oldest: bigint; next: bigint }> {
  const [row] = await sql<{ oldest: string; next: string }[]>`
    select pg_snapshot_xmin(snapshot)::text as oldest, pg_snapshot_xmax(snapshot)::text as next
    from pg_current_snapshot() as snapshot`;
  return { oldest: BigInt(row?.oldest ?? 0), next: BigInt(row?.next ?? 0) };
}

/** Hours for which events are kept. */
export const keptHours = 24;

/** Removes what nobody can ask for any more. */
export async function sweepEvents(sql: Sql): Promise<void> {
  await sql`delete from events where created_at < now() - make_interval(hours => ${keptHours})`;
}
