import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRestClient, memoryTokens, type TokenPair } from '../../../client/src/rest.ts';
import { password, type TestApp, testApp } from '../../support/app.ts';

let app: TestApp;
let username: string;
beforeAll(async () => {
  app = await testApp();
  username = `tokens-${process.pid}`;
  await app.user(username);
});
afterAll(() => app[Symbol.asyncDispose]());

/** An app that shows tokens, and tells what it asked. */
function client(tokens: TokenPair | null = null) {
  const visitor = app.visitor();
  const store = memoryTokens(tokens);
  const asked: string[] = [];
  const api = createRestClient({
    url: `${app.config.publicOrigin}/api`,
    tokens: store,
    fetch: (url, init) => {
      const request = new Request(url, init);
      asked.push(`${request.method} ${new URL(url).pathname.slice('/api'.length)}`);
      return visitor.fetch(request);
    },
  });
  return { api, store, asked };
}

async function signedIn() {
  const created = client();
  const tokens = await created.api.tokens.create({ username, password });
  await created.store.write(tokens);
  return { ...created, tokens };
}

it('calls are signed with the tokens of the store', async () => {
  const { api } = await signedIn();
  expect((await api.accounts.me()).username).toBe(username);
  await expect(client().api.accounts.me()).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('a token that is refused is renewed once for all calls that wait, also when its refresh takes long', async () => {
  const { tokens } = await signedIn();
  const { api, store, asked } = client({ ...tokens, accessToken: 'expired' });
  const users = await Promise.all(Array.from({ length: 10 }, () => api.accounts.me()));
  expect(new Set(users.map((user) => user.username))).toEqual(new Set([username]));
  expect(asked.filter((request) => request === 'POST /tokens/refresh')).toHaveLength(1);
  expect((await store.read())?.accessToken).not.toBe('expired');
  expect((await store.read())?.refreshToken).not.toBe(tokens.refreshToken);
});

it('where nothing renews them they are forgotten, and the call fails as it was refused', async () => {
  const { api, store, asked } = client({ accessToken: 'expired', refreshToken: 'made-up' });
  await expect(api.accounts.me()).rejects.toMatchObject({ code: 'invalid_token', status: 401 });
  expect(await store.read()).toBeNull();
  expect(asked).toEqual(['GET /me', 'POST /tokens/refresh']);
});

it.each([
  ['signs out', null],
  ['signs in as somebody else', { accessToken: 'theirs', refreshToken: 'theirs' }],
])('who %s while tokens are renewed stays so', async (_, left) => {
  const { tokens } = await signedIn();
  const { store, visitor } = {
    store: memoryTokens({ ...tokens, accessToken: 'expired' }),
    visitor: app.visitor(),
  };
  const api = createRestClient({
    url: `${app.config.publicOrigin}/api`,
    tokens: store,
    fetch: async (url, init) => {
      if (url.endsWith('/tokens/refresh')) await store.write(left);
      return visitor.fetch(new Request(url, init));
    },
  });
  await api.accounts.me().catch(() => {});
  expect(await store.read()).toEqual(left);
});

it('a call does not wait for a renewal longer than it may', async () => {
  const store = memoryTokens({ accessToken: 'expired', refreshToken: 'slow' });
  const api = createRestClient({
    url: `${app.config.publicOrigin}/api`,
    tokens: store,
    fetch: (url, init) =>
      url.endsWith('/tokens/refresh')
        ? new Promise((_, reject) =>
            init.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
          )
        : app.visitor().fetch(new Request(url, init)),
  });
  await expect(api.accounts.me({ timeoutMs: 1_000 })).rejects.toMatchObject({ code: 'timed_out' });
});
