import { afterAll, beforeAll, expect, it } from 'vitest';
import { events } from '../support/events.ts';
import { openStage, type Stage } from './scenario.ts';

const password = 'correct horse battery';

let stage: Stage;
let cookie = '';
let postId = '';

beforeAll(async () => {
  stage = await openStage();
  const person = { username: 'proxied', email: 'proxied@example.com', password };
  const registered = await ask('plain', 'POST', '/register', person);
  cookie = registered.headers.getSetCookie().join().split(';')[0] ?? '';
  const post = { title: 'Proxied', body: 'text', status: 'published' };
  postId = (await (await ask('plain', 'POST', '/posts', post)).json()).id;
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Calls the server's REST door through the proxy. */
function ask(fault: string, method: string, path: string, body?: unknown, headers = {}): Promise<Response> {
  return fetch(`${stage.proxy.origin}/${fault}/label/api${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(15_000),
  });
}

const comment = (body: string) => ask('plain', 'POST', `/posts/${postId}/comments`, { body });

it('nothing is injected by the plain one, and it is recorded', async () => {
  const answer = await ask('plain', 'GET', `/posts/${postId}`);
  expect(await answer.json()).toMatchObject({ title: 'Proxied', status: 'published' });
  expect(stage.proxy.exchanges.at(-1)).toMatchObject({
    label: 'label',
    path: `/api/posts/${postId}`,
    status: 200,
    left: false,
  });
});

it('a fault nobody knows is a sentence', async () => {
  const answer = await ask('no-such-fault', 'GET', '/posts');
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('no-such-fault')]);
});

it('two 503s come before the answer, for each method and path', async () => {
  const of = async (path: string) => (await ask('two-503s', 'GET', path)).status;
  expect([
    await of('/tags'),
    await of('/tags'),
    await of('/posts'),
    await of('/tags'),
    await of('/tags'),
  ]).toEqual([503, 503, 503, 200, 200]);
});

it('a lost answer is one whose effect happened', async () => {
  const post = { title: 'Lost', body: 'text' };
  await expect(ask('lost-answer', 'POST', '/posts', post)).rejects.toThrow('fetch failed');
  expect(await stage.sql`select 1 from posts where title = 'Lost'`).toHaveLength(1);
  expect((await ask('lost-answer', 'POST', '/posts', post)).status).toBe(201);
});

it('a slow answer is left by a client that leaves', async () => {
  const leaving = fetch(`${stage.proxy.origin}/slow/label/api/tags`, { signal: AbortSignal.timeout(200) });
  await expect(leaving).rejects.toThrow('timeout');
  await expect.poll(() => stage.proxy.exchanges.at(-1)?.left).toBe(true);
});

it('values and dates are changed, through both doors', async () => {
  const input = encodeURIComponent(JSON.stringify({ json: { id: postId } }));
  const rpc = (fault: string) => fetch(`${stage.proxy.origin}/${fault}/label/rpc/posts.get?input=${input}`);
  const rest = (fault: string) => ask(fault, 'GET', `/posts/${postId}`);
  const dates = { createdAt: '2024-02-29T12:34:56.789Z' };
  expect(await (await rest('unknown-enum')).json()).toMatchObject({ title: 'Proxied', status: 'archived' });
  expect(await (await rest('fixed-dates')).json()).toMatchObject(dates);
  expect(await (await rest('unknown-variant')).json()).toMatchObject({ reactions: { count: 3 } });
  expect((await (await rpc('unknown-enum')).json()).result.data.json).toMatchObject({ status: 'archived' });
  expect((await (await rpc('fixed-dates')).json()).result.data.json).toMatchObject(dates);
});

it('a stream tells news before its first item', async () => {
  const live = events(await ask('unknown-variant', 'GET', `/posts/${postId}/comments/live`));
  const [news, reset] = [(await live.next()).value, (await live.next()).value];
  await comment('first');
  const created = (await live.next()).value;
  await live.return(undefined);
  const types = [news, reset, created].map((event) => JSON.parse(event?.data ?? '').type);
  expect(types).toEqual(['pinned', 'reset', 'created']);
  expect(news?.id).toBe(reset?.id);
  expect(JSON.parse(created?.data ?? '').comment).toMatchObject({ body: 'first', reactions: { count: 3 } });
});

it('a stream is cut after one item, and ends after three', async () => {
  const path = `/posts/${postId}/comments/live`;
  const cut = events(await ask('cut-stream', 'GET', path));
  const reset = (await cut.next()).value;
  await expect(cut.next()).rejects.toThrow('terminated');
  for (const body of ['1', '2', '3']) await comment(body);
  const rest = await ask('cut-stream', 'GET', path, undefined, { 'last-event-id': reset?.id });
  const seen = await Array.fromAsync(events(rest), ({ event, data }) => [
    event,
    data && JSON.parse(data).comment.body,
  ]);
  expect(seen).toEqual([
    ['message', '1'],
    ['message', '2'],
    ['end', ''],
  ]);
});
