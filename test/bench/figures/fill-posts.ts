/** Fills the app's own table of posts as one loads bulk data: indexes and foreign keys are made when the rows are there. */
import postgres, { type Sql } from 'postgres';

/** Connections that work at once, one a core. */
const lanes = 2;

/**
 * So many published posts of a hundred authors, one a second, in a table that is empty.
 * @see https://www.postgresql.org/docs/current/populate.html
 */
export async function fillPosts(url: string, rows: number): Promise<void> {
  const sql = postgres(url, { max: lanes, connection: { maintenance_work_mem: '1GB' } });
  await sql`
    insert into users (id, username, email, password_hash)
    select ${authorOf(sql)}, 'writer-' || n, 'writer-' || n || '@example.com', '' from generate_series(0, 99) n`;
  const later = await removeForNow(sql);
  const step = Math.ceil(rows / lanes);
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      addPosts(sql, lane * step + 1, Math.min(rows, (lane + 1) * step)),
    ),
  );
  await Promise.all(later.indexes.map((definition) => sql.unsafe(definition)));
  for (const definition of later.constraints) await sql.unsafe(definition);
  await sql`vacuum analyze posts`;
  await sql.end();
}

/** The id of an author by the number of their post. */
function authorOf(sql: Sql) {
  return sql`('0198c0de-0000-7000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid`;
}

/** The text has few words, so that the index of the search is large because of the posts alone. */
async function addPosts(sql: Sql, from: number, to: number): Promise<void> {
  await sql`
    insert into posts (id, author_id, slug, title, body, excerpt, tags, status, published_at)
    select uuidv7(n * interval '1 second' - interval '20 years'), ${authorOf(sql)}, 'post-' || n, 'Post ' || n % 1000,
      'The text of post ' || n % 1000, 'The text of post ' || n, array['tag-' || n % 500], 'published',
      timestamptz '2020-01-01' + n * interval '1 second'
    from generate_series(${from}::int, ${to}::int) n`;
}

/** Drops what is quicker made at once than row by row; answers how to make it again. */
async function removeForNow(sql: Sql): Promise<{ indexes: string[]; constraints: string[] }> {
  const constraints = await sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = 'posts'::regclass and contype = 'f'`;
  for (const { name } of constraints) await sql`alter table posts drop constraint ${sql(name)}`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = 'posts'::regclass and not indisprimary`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  return {
    indexes: indexes.map(({ definition }) => definition),
    constraints: constraints.map(
      ({ name, definition }) => `alter table posts add constraint ${name} ${definition}`,
    ),
  };
}
