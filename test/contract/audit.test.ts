import type { AuditEntry } from '@portico/shared/audit';
import type { Page } from '@portico/shared/paging';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { answerOf, doorNames, openDoor } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

test.each(doorNames)(
  'a user sees what happened to their account alone, newest first, through %s',
  async (name) => {
    const door = openDoor(name, app);
    const username = `watched-${name}`;
    const user = await app.user(username);
    await app.user();
    await app.visitor().rest('POST', '/login', { username, password: 'wrong' });
    await app.visitor().rest('POST', '/login', { username, password });
    const { items, nextCursor } = answerOf<Page<AuditEntry>>(
      await door.call(user, 'audit.mine', { limit: 2 }),
    );
    expect(items.map(({ event }) => event)).toEqual(['signed_in', 'sign_in_failed']);
    expect(items[0]).toMatchObject({ address: expect.stringMatching(/^10\./), details: { by: 'password' } });
    const rest = answerOf<Page<AuditEntry>>(
      await door.call(user, 'audit.mine', { cursor: nextCursor ?? '' }),
    );
    expect(rest.items.map(({ event }) => event)).toEqual(['registered']);
    expect(JSON.stringify(items)).not.toContain(password);
  },
);
