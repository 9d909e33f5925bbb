import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  bearer,
  createClient,
  isProblem,
  isTimeout,
  memoryTokens,
  type Tokens,
} from '../../client/src/index.ts';
import { password, type TestApp, testApp } from '../support/app.ts';

let server: TestApp;
let username: string;
beforeAll(async () => {
  server = await testApp();
  const { rpc } = await server.user();
  username = (await rpc.accounts.me.query()).username;
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => server[Symbol.asyncDispose]());

/** What becomes of a request; `send` takes another one in its place. */
type Handle = (request: Request, send: (request: Request) => Promise<Response>) => Promise<Response>;

/** A client with tokens of its own, whose requests pass through `handle`. */
async function signedIn(handle: Handle = (request, send) => send(request)) {
  const { fetch } = server.visitor();
  const paths: string[] = [];
  const url = `${server.config.publicOrigin}/rpc`;
  const tokens: Tokens = await createClient({ url, fetch }).tokens.create.mutate({ username, password });
  const store = memoryTokens(tokens);
  const client = createClient({
    url,
    auth: bearer(store),
    retries: 0,
    fetch: (address, init) => {
      const request = new Request(address, init);
      paths.push(new URL(request.url).pathname);
      return handle(request, fetch);
    },
  });
  return {
    client,
    store,
    tokens,
    paths,
    refreshes: () => paths.filter((path) => path === '/rpc/tokens.refresh').length,
  };
}

/** The server itself refuses the first token that passes. */
function expiring(): Handle {
  let expired: string | null = null;
  return (request, send) => {
    const shown = request.headers.get('authorization');
    expired ??= shown;
    if (shown !== null && shown === expired)
      request.headers.set('authorization', `${shown.slice(0, -6)}AAAAAA`);
    return send(request);
  };
}

const post = { title: 'Signed', body: '' };

describe('a token that the server no longer takes', () => {
  it('is renewed once for all that wait, in whatever requests they are, and all are sent again', async () => {
    const { client, store, tokens, refreshes } = await signedIn(expiring());
    const users = Array.from({ length: 5 }, () => client.accounts.me.query());
    const posts = Array.from({ length: 5 }, () => client.posts.create.mutate(post));
    expect(new Set((await Promise.all(posts)).map(({ id }) => id)).size).toBe(5);
    expect((await Promise.all(users)).map((user) => user.username)).toEqual(Array(5).fill(username));
    expect(refreshes()).toBe(1);
    const kept = await store.read();
    expect(kept?.accessToken).not.toBe(tokens.accessToken);
    expect(kept?.refreshToken).not.toBe(tokens.refreshToken);
  });

  it('is not renewed again by a call that was sent before it was', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const expire = expiring();
    const { client, refreshes } = await signedIn(async (request, send) => {
      const answer = await expire(request, send);
      if (answer.status === 401 && request.url.includes('posts.mine')) await held;
      return answer;
    });
    const late = client.posts.mine.query({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.accounts.me.query();
    release();
    expect(await late).toHaveProperty('items');
    expect(refreshes()).toBe(1);
  });

  it('and cannot be renewed is forgotten, and the calls fail as the server said', async () => {
    const { client, store } = await signedIn(expiring());
    const tokens = await store.read();
    await store.write(tokens && { ...tokens, refreshToken: 'nobody.knows-this-token' });
    const failed = await Promise.allSettled([client.accounts.me.query(), client.posts.create.mutate(post)]);
    for (const call of failed) {
      expect(isProblem(call.status === 'rejected' && call.reason, 'unauthenticated', 'invalid_token')).toBe(
        true,
      );
    }
    expect(await store.read()).toBeNull();
  });

  it('is kept when the renewal did not reach the server', async () => {
    const expire = expiring();
    const { client, store, tokens } = await signedIn((request, send) => {
      if (request.url.endsWith('tokens.refresh')) throw new TypeError('fetch failed');
      return expire(request, send);
    });
    await expect(client.accounts.me.query()).rejects.toThrow('fetch failed');
    expect(await store.read()).toEqual(tokens);
  });

  it.each([
    ['signs out', null],
    ['signs in as somebody else', { accessToken: 'theirs', refreshToken: 'theirs' }],
  ])('stays as it was left by who %s while it is renewed', async (_, left) => {
    const expire = expiring();
    const { client, store } = await signedIn(async (request, send) => {
      if (request.url.endsWith('tokens.refresh')) await store.write(left);
      return expire(request, send);
    });
    await client.accounts.me.query().catch(() => {});
    expect((await store.read())?.refreshToken).toBe(left?.refreshToken);
  });

  it('is asked for again by a later call when its renewal was never answered', async () => {
    const expire = expiring();
    let hangs = true;
    const { client, refreshes } = await signedIn(async (request, send) => {
      if (!hangs) return expire(request, send);
      if (request.url.endsWith('tokens.refresh')) {
        queueMicrotask(() => vi.advanceTimersByTime(30_000));
        return new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        });
      }
      const answer = await expire(request, send);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      return answer;
    });
    const waiting = client.accounts.me.query().finally(() => vi.useRealTimers());
    await expect(waiting).rejects.toSatisfy(isTimeout);
    hangs = false;
    expect((await client.accounts.me.query()).username).toBe(username);
    expect(refreshes()).toBe(2);
  });

  it('does not take a stream back to its beginning', async () => {
    const expire = expiring();
    let connections = 0;
    const { client, refreshes } = await signedIn(async (request, send) => {
      if (!request.url.includes('comments.live')) return send(request);
      connections += 1;
      // The second connection, after the first broke, comes with a token that is over.
      return connections === 1 ? cutAfter('reset', await send(request)) : expire(request, send);
    });
    const { id: postId } = await client.posts.create.mutate({ ...post, status: 'published' });
    const told: string[] = [];
    for await (const { data } of client.comments.live.subscribe({ postId })) {
      told.push(data.type);
      if (data.type === 'reset') await client.comments.create.mutate({ postId, body: 'Missed' });
      if (data.type === 'created') break;
    }
    expect(told).toEqual(['reset', 'created']);
    expect([connections, refreshes()]).toEqual([3, 1]);
  });
});

describe('who asks for tokens', () => {
  it('shows none, and a wrong password renews none', async () => {
    const shown: (string | null)[] = [];
    const { client, refreshes } = await signedIn((request, send) => {
      shown.push(request.headers.get('authorization'));
      return send(request);
    });
    const wrong = client.tokens.create.mutate({ username, password: 'not the password' });
    await expect(wrong).rejects.toSatisfy((error) => isProblem(error, 'invalid_credentials'));
    expect([shown, refreshes()]).toEqual([[null], 0]);
  });

  it('is sent no second time while nobody is signed in', async () => {
    const { client, store, paths } = await signedIn();
    await store.write(null);
    await expect(client.accounts.me.query()).rejects.toSatisfy((error) =>
      isProblem(error, 'unauthenticated'),
    );
    expect(paths).toEqual(['/rpc/accounts.me']);
  });
});

/** The connection breaks once a text has passed. */
function cutAfter(text: string, { body, headers, status }: Response): Response {
  const decoder = new TextDecoder();
  let passed = '';
  const cut = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      passed += decoder.decode(chunk, { stream: true });
      controller.enqueue(chunk);
      if (passed.includes(text) && passed.endsWith('\n\n')) controller.terminate();
    },
  });
  return new Response(body?.pipeThrough(cut) ?? null, { headers, status });
}
