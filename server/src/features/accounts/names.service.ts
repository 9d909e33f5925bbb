import { alias } from 'drizzle-orm/pg-core';
import { users } from './accounts.table.ts';

/** Users under another name, for queries that name several: join them by id. */
export function usersAs(name: string) {
  return alias(users, name);
}

/** The columns that name a user. */
export function namesOf({ id, username }: ReturnType<typeof usersAs>) {
  return { id, username };
}
