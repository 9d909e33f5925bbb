/** A database of the test's own with one small table, for what is true of every table. */
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { connect, type Database } from '../../server/src/db/connect.ts';
import { testDatabase } from '../support/database.ts';

export const notes = pgTable('notes', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  text: text().notNull(),
  count: integer().notNull().default(0),
  writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export async function notesDatabase(poolSize = 4): Promise<Database & AsyncDisposable> {
  const own = await testDatabase();
  const database = connect(own.url, { poolSize });
  await database.sql`
    create table notes (
      id int primary key generated always as identity,
      text text not null,
      count int not null default 0,
      "writtenAt" timestamptz not null default now()
    )`;
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await own[Symbol.asyncDispose]();
    },
  };
}
