import { uploadTypes } from '@portico/shared/files';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';

/** Uploaded files; their bytes are in the storage under keys made of the id. */
export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    /** References users(id); the constraint is in the migration, because accounts build on files, not the reverse. */
    ownerId: uuid('owner_id').notNull(),
    name: text('name').notNull(),
    type: text('type', { enum: uploadTypes }).notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    /** SHA-256 of the content, in hexadecimal. */
    digest: text('digest').notNull(),
    visibility: text('visibility', { enum: ['public', 'private'] }).notNull(),
    alt: text('alt').notNull(),
    /** Pixels, orientation applied; this and what follows is null unless the file is a picture. */
    width: integer('width'),
    height: integer('height'),
    /** Bytes. */
    thumbnailSize: integer('thumbnail_size'),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [index('files_owner_idx').on(table.ownerId, table.createdAt, table.id)],
);
