/** Hot queries whose shape depends on which values are given: one prepared statement a combination. */
import type { SQL } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { statement } from './statement.ts';

type Build<Values extends Record<string, unknown>, Rows> = Parameters<typeof statement<Values, Rows>>[0];
type Run<Values extends Record<string, unknown>, Rows> = ReturnType<typeof statement<Values, Rows>>;

/**
 * Like {@link statement}, for values that may be absent: `given` has only what the call gives, so that a filter is
 * part of the query exactly when its value is there.
 * @example
 * const selectPosts = variants<{ tag: string }, Post[]>((db, { tag }) =>
 *   db.select().from(posts).where(where(tag, (given) => arrayContains(posts.tags, [given]))));
 */
export function variants<Values extends Record<string, unknown>, Rows>(
  build: Build<Partial<Values>, Rows>,
): (db: Db, values: { readonly [Name in keyof Values]?: Values[Name] | undefined }) => Promise<Rows> {
  const statements = new Map<string, Run<Partial<Values>, Rows>>();
  return (db, values) => {
    const present = Object.entries(values).filter(([, value]) => value !== undefined);
    const names = present.map(([name]) => name);
    const key = names.join();
    const run = statements.get(key) ?? statement((own, given) => build(own, only(given, names)));
    statements.set(key, run);
    return run(db, Object.fromEntries(present) as Partial<Values>);
  };
}

/** A condition that holds only where its value is given. */
export function where<Value>(
  value: Value | undefined,
  condition: (value: Value) => SQL | undefined,
): SQL | undefined {
  return value === undefined ? undefined : condition(value);
}

function only<Given extends object>(given: Given, names: readonly string[]): Given {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(given, name)])) as Given;
}
