import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settle } from '../contract/access-callers.ts';
import { table } from '../contract/access-table.ts';
import { type Door, doorNames, openDoor } from '../contract/doors.ts';
import { password, type TestApp, testApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

/** What somebody may hope that a schema lets through. */
const hoped = {
  role: 'admin',
  isAdmin: true,
  scopes: ['all'],
  standing: 'active',
  userId: crypto.randomUUID(),
};

describe.each(doorNames)('through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  test('check 48: what is an administrator’s is forbidden to a user', async () => {
    const { belongings } = await settle(app);
    const user = await app.user();
    const operations = app.app.operations.filter(({ access }) => access.role === 'admin');
    expect(operations.length).toBeGreaterThan(5);
    for (const { id } of operations) {
      const input = await table[id]?.[5]?.(belongings);
      expect({ id, ...(await door.call(user, id, input ?? {})) }).toMatchObject({
        id,
        status: 403,
        code: 'forbidden',
      });
    }
  });

  test('check 49: a role among the fields has no effect, whatever operation it is sent to', async () => {
    const { owner, belongings } = await settle(app);
    const id = belongings.userId;
    for (const [operation, row] of Object.entries(table)) {
      await door.call(owner, operation, { ...(await row[5]?.(belongings)), ...hoped });
      const [stored] = await app.db.execute(sql`select role from users where id = ${id}`);
      expect({ operation, stored }).toEqual({ operation, stored: { role: 'user' } });
    }
    const fresh = app.visitor();
    const person = { username: `hopes-${doorName}`, email: `hopes-${doorName}@example.com`, password };
    await door.call(fresh, 'accounts.register', { ...person, ...hoped });
    expect(await door.call(fresh, 'admin.users', {})).toMatchObject({ status: 403 });
    const login = { username: person.username, password };
    const tokens = await door.call(fresh, 'tokens.create', { ...login, ...hoped });
    expect(tokens).toMatchObject({ value: { user: { role: 'user' } } });
  });
});
