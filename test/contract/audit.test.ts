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

test.each(doorNames)(
  'where administrators work is neither in the list of a user nor in their export, through %s',
  async (name) => {
    const door = openDoor(name, app);
    const [user, admin] = [await app.user(`managed-${name}`), await app.admin()];
    const { id } = await user.rpc.accounts.me.query();
    const { id: adminId } = await admin.rpc.accounts.me.query();
    answerOf(await door.call(admin, 'admin.setRole', { id, role: 'admin' }));
    const all = await admin.rpc.admin.events.query({ userId: adminId, event: 'role_changed' });
    const { address = '' } = all.items[0] ?? {};
    expect(address).toMatch(/^10\./);
    const { items } = answerOf<Page<AuditEntry>>(await door.call(user, 'audit.mine', {}));
    expect(items[0]).toMatchObject({ event: 'role_changed', address: '', userAgent: 'Administrator' });
    const archive = await (await user.rest('GET', '/me/export')).text();
    expect(archive).toContain('role_changed');
    expect(JSON.stringify(items) + archive).not.toContain(`"${address}"`);
  },
);

test.each(doorNames)(
  'a username that was changed is in the log, and whose doing it was, through %s',
  async (name) => {
    const door = openDoor(name, app);
    const [user, admin] = [await app.user(`renamed-${name}`), await app.admin()];
    const { id } = await user.rpc.accounts.me.query();
    const update = (as: typeof user, change: object) => door.call(as, 'accounts.update', { id, ...change });
    answerOf(await update(user, { bio: 'The same name', username: `renamed-${name}` }));
    answerOf(await update(user, { username: `own-${name}` }));
    answerOf(await update(admin, { username: `given-${name}` }));
    const { items } = answerOf<Page<AuditEntry>>(await door.call(user, 'audit.mine', {}));
    const changes = items.filter(({ event }) => event === 'username_changed');
    expect(changes).toMatchObject([
      {
        address: '',
        userAgent: 'Administrator',
        details: { by: 'administrator', before: `own-${name}`, username: `given-${name}` },
      },
      {
        address: expect.stringMatching(/^10\./),
        details: { before: `renamed-${name}`, username: `own-${name}` },
      },
    ]);
    const all = await admin.rpc.admin.events.query({ userId: id, event: 'username_changed' });
    expect(all.items.map(({ actor }) => actor?.id !== undefined && actor.id !== id)).toEqual([true, false]);
  },
);
