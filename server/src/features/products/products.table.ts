import { type SQL, sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { files } from '../files/files.table.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Products; a deleted one stays, so that what refers to it can still be read. */
export const products = pgTable(
  'products',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    name: text('name').notNull(),
    description: text('description').notNull(),
    /** In the currency's minor unit. */
    amount: integer('amount').notNull(),
    /** ISO 4217. */
    currency: text('currency', { enum: ['EUR', 'USD', 'GBP', 'CHF', 'JPY'] }).notNull(),
    stock: integer('stock').notNull(),
    pictureId: uuid('picture_id').references(() => files.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    deletedAt: timestamp('deleted_at', { withTimezone: true, precision: 3 }),
    search: tsvector('search')
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`setweight(to_tsvector('english', ${products.name}), 'A') || to_tsvector('english', ${products.description})`,
      ),
  },
  (table) => [
    check('products_amount_check', sql`${table.amount} >= 0`),
    check('products_stock_check', sql`${table.stock} >= 0`),
    index('products_listed_idx').on(table.createdAt, table.id).where(sql`${table.deletedAt} is null`),
    index('products_in_stock_idx')
      .on(table.createdAt, table.id)
      .where(sql`${table.deletedAt} is null and ${table.stock} > 0`),
    index('products_search_idx').using('gin', table.search),
    index('products_picture_idx').on(table.pictureId).where(sql`${table.pictureId} is not null`),
  ],
);
