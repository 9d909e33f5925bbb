/** Hot queries: built and prepared once on the pool, built anew on a transaction. */
import { is, type Placeholder, sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Db } from './connect.ts';

/** A query after Drizzle has built it. */
interface Prepared<Rows> {
  execute(values: Record<string, unknown>): Promise<Rows>;
}

/** A Drizzle query. */
interface Query<Rows> {
  prepare(name: string): Prepared<Rows>;
}

/** What a query is built from: each value's place. */
export type Given<Values> = { readonly [Name in keyof Values]: Placeholder };

let count = 0;

/**
 * A query prepared on the pool would run on the pool even when it is called inside a transaction; this helper chooses.
 * Placeholders stand for values only: write one statement for each combination of filters.
 * @param build makes the query; called once for the pool, and for each call inside a transaction
 * @example const findUser = statement((db, { id }: Given<{ id: string }>) => db.select().from(users).where(eq(users.id, id)));
 */
export function statement<Values extends object, Rows>(
  build: (db: Db, given: Given<Values>) => Query<Rows>,
): (db: Db, values: Values) => Promise<Rows> {
  const name = `statement_${++count}`;
  const onPool = new WeakMap<Db, Prepared<Rows>>();
  const prepare = (db: Db) => build(db, placeholders<Values>()).prepare(name);
  return async (db, values) => {
    if (is(db, PgTransaction)) return prepare(db).execute(named(values));
    const prepared = onPool.get(db) ?? prepare(db);
    onPool.set(db, prepared);
    return prepared.execute(named(values));
  };
}

/** Each property read is a placeholder of its name. */
function placeholders<Values extends object>(): Given<Values> {
  return new Proxy({} as Given<Values>, { get: (_target, name) => sql.placeholder(String(name)) });
}

function named<Values extends object>(values: Values): Values & Record<string, unknown> {
  return values as Values & Record<string, unknown>;
}
