import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { UserAgent } from '../support/user-agent.ts';
import { reader } from './access-callers.ts';
import { done, reached, table } from './access-table.ts';
import { type Door, doorNames, openDoor } from './doors.ts';
import { createWorld, type PreparedCall, prepared, type World } from './elsewhere.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** In the order of the table. */
const callers: readonly ((call: PreparedCall) => UserAgent | Promise<UserAgent>)[] = [
  () => world.app.visitor(),
  ({ by }) => by,
  () => world.app.user(),
  () => world.app.admin(),
  () => reader(world.app),
];

describe.each(doorNames)('through %s', (doorName) => {
  test.each(Object.keys(reached))(
    'check 47: %s succeeds for those who may, with all that it needs',
    async (id) => {
      const door = openDoor(doorName, world.app);
      const statuses: number[] = [];
      for (const callerOf of callers) {
        const call = await prepared[id]?.(world);
        if (!call) throw new Error(`Nothing prepares ${id}`);
        const outcome = await answered(door, id, call, await callerOf(call));
        statuses.push(outcome.ok ? done : outcome.status);
      }
      expect(statuses).toEqual(reached[id]);
    },
  );
});

test('check 47: each operation is shown to succeed for those whom its description admits', () => {
  for (const { id, access } of world.app.app.operations) {
    const statuses = [table[id]?.slice(0, 4) ?? [], reached[id] ?? []];
    const succeeds = ['visitor', 'owner', 'other', 'admin'].filter((_, place) =>
      statuses.some((row) => row[place] === done),
    );
    // What belongs to somebody may be theirs alone, or an administrator's.
    const least = { anyone: ['visitor', 'owner', 'other', 'admin'], user: ['owner'], admin: ['admin'] }[
      access.role
    ];
    const expected = ['posts.get', 'posts.bySlug', 'files.get', 'files.content', 'files.thumbnail'].includes(
      id,
    )
      ? ['owner', 'admin']
      : least;
    expect({ id, succeeds }).toEqual({ id, succeeds: expect.arrayContaining(expected) });
  }
});

/** A stream answers when something happens in it. */
async function answered(door: Door, id: string, { by, values }: PreparedCall, caller: UserAgent) {
  const input = { ...values.parameters, ...(values.body as object | undefined) };
  const outcome = door.call(caller, id, input);
  if (id !== 'comments.live') return outcome;
  const { postId } = values.parameters as { postId: string };
  const timer = setInterval(() => void by.rpc.comments.create.mutate({ postId, body: 'Said' }), 100);
  return outcome.finally(() => clearInterval(timer));
}
