import { type SQL, sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { users } from '../accounts/accounts.table.ts';
import { files } from '../files/files.table.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const posts = pgTable(
  'posts',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    /** Markdown. */
    body: text('body').notNull(),
    /** The beginning of the body as plain text, made when it is written. */
    excerpt: text('excerpt').notNull(),
    tags: text('tags').array().notNull(),
    status: text('status', { enum: ['draft', 'published'] }).notNull(),
    coverId: uuid('cover_id').references(() => files.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    /** The first publication; kept when the post becomes a draft again. */
    publishedAt: timestamp('published_at', { withTimezone: true, precision: 3 }),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    search: tsvector('search')
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`setweight(to_tsvector('english', ${posts.title}), 'A') || setweight(array_to_tsvector(${posts.tags}), 'B') || to_tsvector('english', ${posts.body})`,
      ),
  },
  (table) => [
    uniqueIndex('posts_slug_key').on(table.slug),
    index('posts_published_idx').on(table.publishedAt, table.id).where(sql`${table.status} = 'published'`),
    index('posts_author_published_idx')
      .on(table.authorId, table.publishedAt, table.id)
      .where(sql`${table.status} = 'published'`),
    index('posts_author_created_idx').on(table.authorId, table.createdAt, table.id),
    index('posts_author_updated_idx').on(table.authorId, table.updatedAt, table.id),
    index('posts_tags_idx').using('gin', table.tags),
    index('posts_search_idx').using('gin', table.search),
    index('posts_cover_idx').on(table.coverId).where(sql`${table.coverId} is not null`),
  ],
);
