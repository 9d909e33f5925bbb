/** Keyset pages: a cursor names the last row that was seen, so a page costs the same wherever it is. */
import type { Page } from '@portico/shared/paging';
import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { z } from 'zod';
import { failField } from '../errors/failure.ts';

/** Where a row stands in a list that is ordered by a moment, then by id. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

/** A position as a query takes it; the moment is RFC 3339. */
export type After = { readonly at: string; readonly id: string };

/** As we write it, in years that both JavaScript and PostgreSQL can write: of a moment in 200 digits PostgreSQL makes an error. */
const Moment = z.iso.datetime({ precision: 3 }).refine((value) => value >= '1900');
const Cursor = z.tuple([Moment, z.uuid()]);

/** Writes a position as an opaque string. */
export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

/**
 * Reads a cursor that a client sent back.
 * @throws a failure of the field `cursor` when it is not one of ours
 */
export function decodeCursor(cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined;
  const parsed = Cursor.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw failField('cursor', 'invalid_cursor', 'This cursor is not one that we gave out');
  const [at, id] = parsed.data;
  return { at, id };
}

/**
 * Condition: the row stands behind the position in a list that runs from new to old; none on the first page.
 * @param after the values, or placeholders for them
 */
export function isBehind(
  at: SQLWrapper,
  id: SQLWrapper,
  after: { readonly [Part in keyof After]?: string | Placeholder | undefined },
): SQL | undefined {
  if (after.at === undefined || after.id === undefined) return undefined;
  return sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * Makes the page out of one row more than asked for.
 * @param rows up to `limit + 1` rows: the last tells that there is a next page
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  positionOf: (row: Row) => Position,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(toItem), nextCursor: last ? encodeCursor(positionOf(last)) : null };
}
