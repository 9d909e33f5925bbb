/** Queries of the hot path whose shape depends on which values are given: one prepared statement a combination. */
import type { Db } from './connect.ts';
import { type Given, statement } from './statement.ts';

type Build<Values extends object, Result> = (
  db: Db,
  given: Partial<Given<Values>>,
) => ReturnType<Parameters<typeof statement<Values, Result>>[0]>;

/**
 * Like {@link statement}, for values that may be absent: `given` has only what the call gives, so that a filter is
 * part of the query exactly when its value is there.
 * @example
 * const listPosts = variants<{ tag: string }, Post[]>((db, { tag }) =>
 *   db.select().from(posts).where(tag && arrayContains(posts.tags, [tag])));
 */
export function variants<Values extends object, Result>(
  build: Build<Values, Result>,
): (db: Db, values: { readonly [Name in keyof Values]?: Values[Name] | undefined }) => Promise<Result> {
  const statements = new Map<string, ReturnType<typeof statement<Partial<Values>, Result>>>();
  return (db, values) => {
    const present = Object.entries(values).filter(([, value]) => value !== undefined);
    const names = present.map(([name]) => name);
    const key = names.join();
    const run = statements.get(key) ?? statement((own, given) => build(own, only(given, names)));
    statements.set(key, run);
    return run(db, Object.fromEntries(present) as Partial<Values>);
  };
}

function only<Values extends object>(given: Given<Partial<Values>>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(given, name)])) as unknown as Partial<Given<Values>>;
}
