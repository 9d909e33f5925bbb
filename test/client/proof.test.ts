import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, isProblem } from '../../client/src/index.ts';
import { password, type TestApp, testApp } from '../support/app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await testApp();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A client whose user signed in long ago, and how often it was asked for a proof. */
async function signedInLongAgo(prove: () => Promise<boolean>) {
  const agent = await server.user();
  const { id } = await agent.rpc.accounts.me.query();
  await server.db.execute(
    sql`update sessions set authenticated_at = now() - interval '1 hour' where user_id = ${id}`,
  );
  let asked = 0;
  const client = createClient({
    url: `${server.config.publicOrigin}/rpc`,
    fetch: agent.fetch,
    prove: () => {
      asked += 1;
      return prove();
    },
  });
  return { agent, client, asked: () => asked };
}

it('a call that needs a recent proof asks for it, and is sent again', async () => {
  const prove = async () => {
    await client.accounts.reauthenticate.mutate({ password });
    return true;
  };
  const { client, asked } = await signedInLongAgo(prove);
  expect((await client.accounts.sessions.query()).items).toHaveLength(1);
  await client.accounts.revokeOtherSessions.mutate();
  expect(asked()).toBe(1);
});

it.each([
  ['refused', async () => false],
  ['broken', () => Promise.reject(new Error('The window was closed'))],
  ['only said', async () => true],
])('without a proof the call fails as it did: %s', async (_name, prove) => {
  const { client, asked } = await signedInLongAgo(prove);
  const error = await client.accounts.sessions.query().catch((failure: unknown) => failure);
  expect(isProblem(error, 'reauthentication_required')).toBe(true);
  expect(asked()).toBe(1);
});

it('whoever does not wait any more is not answered by a second request', async () => {
  const leaving = new AbortController();
  const { client } = await signedInLongAgo(async () => {
    leaving.abort();
    return true;
  });
  await expect(client.accounts.sessions.query(undefined, { signal: leaving.signal })).rejects.toThrow();
});
