import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { type CallerName, callers, type Household, settle } from './access-callers.ts';
import { done, expectedStatus, table } from './access-table.ts';
import { doorNames, openDoor } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
afterEach(() => {
  vi.useRealTimers();
});

const names = Object.keys(callers) as CallerName[];
const rows = Object.entries(table);

/** Callers after whom everything of the owner's is as it was. */
const strangers: readonly CallerName[] = ['visitor', 'other', 'limited', 'disabled', 'expired', 'forged'];

test('check 47: every operation has a row in the table', () => {
  expect(Object.keys(table).toSorted()).toEqual(app.app.operations.map(({ id }) => id).toSorted());
});

test('check 48: the table refuses to visitors what needs a user, and to users what needs an administrator', () => {
  for (const { id, access } of app.app.operations) {
    const [visitor, owner, other, admin] = table[id] ?? [];
    if (access.role !== 'anyone') expect({ id, visitor }).toEqual({ id, visitor: 401 });
    const forbidden = [owner, other].every((status) => status === 403);
    expect({ id, forbidden }).toEqual({ id, forbidden: access.role === 'admin' });
    expect({ id, admin }).not.toEqual({ id, admin: 403 });
  }
});

describe.each(doorNames)('through %s', (doorName) => {
  test.each(names)('check 47: every operation answers the %s as the table says', async (name) => {
    const door = openDoor(doorName, app);
    const household = await settle(app);
    const caller = await callers[name](app, household);
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [id, row] of rows) {
      const input = await row[5]?.(household.belongings);
      const outcome = await door.call(caller, id, input ?? {});
      answers[id] = outcome.ok ? done : outcome.status;
      expected[id] = expectedStatus(row, name);
    }
    expect(answers).toEqual(expected);
    vi.useRealTimers();
    if (strangers.includes(name)) await expectUntouched(household, name);
  });
});

async function expectUntouched({ owner, admin, belongings }: Household, by: CallerName): Promise<void> {
  const { userId, draftId, fileId, productId } = belongings;
  if (by === 'disabled') await admin.rpc.admin.enable.mutate({ id: userId });
  const seen = by === 'disabled' ? admin : owner;
  expect(await admin.rpc.admin.user.query({ id: userId })).toMatchObject({
    role: 'user',
    standing: 'active',
  });
  expect(await admin.rpc.products.get.query({ id: productId })).toMatchObject({ version: 1, stock: 1 });
  expect(await seen.rpc.files.get.query({ id: fileId })).toMatchObject({ visibility: 'private' });
  if (seen !== owner) return;
  expect(await owner.rpc.posts.get.query({ id: draftId })).toMatchObject({ title: 'Mine', version: 1 });
  expect(await owner.rpc.accounts.me.query()).toMatchObject({ version: 1 });
}
