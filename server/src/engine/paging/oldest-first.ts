/** Walks a whole list from old to new, a page at a time: however long it is, one page is held. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Position } from './keyset.ts';

/** Rows that are held at once. */
const pageSize = 200;

/** @param read rows after a position, ordered by moment and id, so many at most */
export async function* oldestFirst<Row>(
  read: (after: Position | undefined, limit: number) => PromiseLike<readonly Row[]>,
  positionOf: (row: Row) => Position,
): AsyncGenerator<Row, void> {
  let after: Position | undefined;
  let rows: readonly Row[];
  do {
    rows = await read(after, pageSize);
    yield* rows;
    const last = rows.at(-1);
    after = last && positionOf(last);
  } while (rows.length === pageSize);
}

/** Condition: the row stands after the position in a list that runs from old to new; none at its beginning. */
export function isAhead(at: SQLWrapper, id: SQLWrapper, after: Position | undefined): SQL | undefined {
  if (!after) return undefined;
  return sql`(${at}, ${id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
}
