/** Hot queries: built and prepared once on the pool, built plainly on a transaction. */
import { is, sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Db } from './connect.ts';

/** A Drizzle query. */
interface Query<Rows> extends PromiseLike<Rows> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Rows> };
}

let count = 0;

/**
 * A query prepared on the pool would run on the pool even when it is called inside a transaction; this helper chooses.
 * Values fill in values only: write one statement for each combination of filters.
 * @param build makes the query; called once with placeholders, and once for each call inside a transaction
 * @example const findUser = statement((db, { id }: { id: string }) => db.select().from(users).where(eq(users.id, id)));
 */
export function statement<Values extends Record<string, unknown>, Rows>(
  build: (db: Db, values: Values) => Query<Rows>,
): (db: Db, values: Values) => Promise<Rows> {
  const name = `statement_${++count}`;
  const prepared = new WeakMap<Db, ReturnType<Query<Rows>['prepare']>>();
  return async (db, values) => {
    if (is(db, PgTransaction)) return build(db, values);
    let query = prepared.get(db);
    if (!query) {
      query = build(db, placeholders<Values>()).prepare(name);
      prepared.set(db, query);
    }
    return query.execute(values);
  };
}

/** Stands for any values: each property read is a placeholder of its name. */
function placeholders<Values extends Record<string, unknown>>(): Values {
  return new Proxy({} as Values, { get: (_target, name) => sql.placeholder(String(name)) });
}
