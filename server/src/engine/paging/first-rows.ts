/** Ends a list after a page, so that PostgreSQL plans it once and not at each call. */
import { longestPage } from '@portico/shared/paging';
import { type Placeholder, type SQLWrapper, sql } from 'drizzle-orm';

/** Drizzle makes a parameter of every number. */
const mostRows = sql.raw(String(longestPage + 1));

/**
 * The first rows of a query whose order an index has. Where the limit is a mere parameter, PostgreSQL takes the plan that
 * fits all values for one of a tenth of the table, finds it dear, and plans each call anew, which costs more than the
 * page; so the longest page is written out as the limit, and what is asked for ends the rows earlier.
 *
 * Not for a condition whose best plan depends on its value, as searching and tags: those are better planned each time.
 * @param query without a limit
 * @param limit of the rows: one more than the page has
 * @see docs/decisions/036-plans-of-lists.md
 */
export function firstRows<Query extends SQLWrapper>(query: Query, limit: Placeholder | undefined): Query {
  const inOrder = query.getSQL();
  return Object.assign(query, {
    getSQL: () => sql`select * from (${inOrder} limit ${mostRows}) as page limit ${limit}`,
  });
}
