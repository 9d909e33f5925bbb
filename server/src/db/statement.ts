/** Queries of the hot path: built once, prepared once a connection, and sent with new values each time. */
import { type Placeholder, sql } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { mapRows } from './row-mapper.ts';

/** Where each of `Values` will stand in the query. */
export type Given<Values> = { readonly [Name in keyof Values & string]: Placeholder<Name, Values[Name]> };

interface Prepared<Result> {
  execute(values: Record<string, unknown>): Promise<Result>;
}

interface Query<Result> {
  prepare(name: string): Prepared<Result>;
}

/**
 * Makes a function of a query. The query is built once for the pool and once for each transaction, because a query
 * prepared on the pool would not see the transaction's own rows. Placeholders fill values only: a query of another
 * shape is another statement.
 * @example
 * const findBySlug = statement((db, { slug }: Given<{ slug: string }>) =>
 *   db.select().from(posts).where(eq(posts.slug, slug)));
 * const rows = await findBySlug(db, { slug: 'hello' });
 */
export function statement<Values extends object, Result>(
  build: (db: Db, given: Given<Values>) => Query<Result>,
): (db: Db, values: Values) => Promise<Result> {
  const prepared = new WeakMap<Db, Prepared<Result>>();
  return async (db, values) => {
    let query = prepared.get(db);
    if (query === undefined) {
      query = build(db, placeholders<Values>()).prepare('statement');
      mapRows(query);
      prepared.set(db, query);
    }
    return query.execute(encode(values));
  };
}

/** Any property read of it is the placeholder of that name. */
function placeholders<Values>(): Given<Values> {
  const given: Partial<Given<Values>> = {};
  return new Proxy(given as Given<Values>, { get: (_target, name) => sql.placeholder(String(name)) });
}

/** The driver takes text, and a placeholder, unlike a value, is not encoded by the column it is compared with. */
function encode(values: object): Record<string, unknown> {
  const encoded = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(encoded);
}
