/** The table of the cases with a database, and the query as one writes it by hand. */
import type { Sql } from 'postgres';
import { type Item, makeItem, type Page } from './items.ts';

/** Rows in the table. */
const rows = 1000;

export async function createTable(sql: Sql): Promise<void> {
  await sql`create table items (
    id uuid primary key, title text not null, excerpt text not null, is_done boolean not null,
    votes integer not null, created_at timestamptz(3) not null, updated_at timestamptz(3) not null)`;
  const values = Array.from({ length: rows }, (_, number) => {
    const { isDone, createdAt, updatedAt, ...item } = makeItem(number);
    return { ...item, is_done: isDone, created_at: createdAt, updated_at: updatedAt };
  });
  await sql`insert into items ${sql(values)}`;
  await sql`create index on items (created_at, id)`;
  await sql`analyze items`;
}

/** Twenty rows, oldest first; postgres.js prepares it once a connection. */
export async function selectItems(sql: Sql, limit: number): Promise<Page> {
  const items = await sql<Item[]>`
    select id, title, excerpt, is_done as "isDone", votes, created_at as "createdAt", updated_at as "updatedAt"
    from items order by created_at, id limit ${limit}`;
  return { items: [...items], nextCursor: null };
}
