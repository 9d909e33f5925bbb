import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { recentlySignedIn, recentSeconds, router } from '../../../server/src/engine/procedure/procedure.ts';
import { accounts } from '../../../server/src/features/accounts/accounts.router.ts';
import { doorNames, openDoor } from '../../contract/doors.ts';
import { type TestApp, testApp } from '../../support/app.ts';

const change = recentlySignedIn
  .meta({ rest: 'POST /change', summary: 'Change something sensitive' })
  .output(z.void())
  .mutation(() => {});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({}, undefined, router({ accounts, sensitive: router({ change }) }));
});
afterAll(() => app[Symbol.asyncDispose]());

const age = (seconds: number) =>
  app.db.execute(sql`update sessions set authenticated_at = now() - make_interval(secs => ${seconds})`);

test.each(doorNames)('a sensitive change asks for a recent proof of who calls, through %s', async (name) => {
  const door = openDoor(name, app);
  const user = await app.user();
  expect(await door.call(user, 'sensitive.change')).toMatchObject({ ok: true });
  await age(recentSeconds - 10);
  expect(await door.call(user, 'sensitive.change')).toMatchObject({ ok: true });
  await age(recentSeconds + 1);
  expect(await door.call(user, 'sensitive.change')).toMatchObject({
    status: 403,
    code: 'reauthentication_required',
  });
  expect(await door.call(app.visitor(), 'sensitive.change')).toMatchObject({ status: 401 });
});

test('the description says so', () => {
  const [operation] = app.app.operations.filter(({ id }) => id === 'sensitive.change');
  expect(operation?.access).toMatchObject({ role: 'user', recent: true });
  expect(operation?.errors).toContain('reauthentication_required');
});
