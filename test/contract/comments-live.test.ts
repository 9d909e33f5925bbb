import type { CommentEvent } from '@portico/shared/comments';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { events } from '../support/events.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
let author: UserAgent;
beforeAll(async () => {
  app = await testApp();
  author = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

let gone = new AbortController();
afterEach(() => {
  gone.abort();
  gone = new AbortController();
});

interface Told {
  readonly id: string;
  readonly data: CommentEvent;
}

/** Follows a post's comments: each call takes what is told next. */
type Follow = (agent: UserAgent, postId: string, lastEventId?: string) => () => Promise<Told>;

const followRest: Follow = (agent, postId, lastEventId) => {
  const source = (async function* () {
    const headers = { ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    const response = await agent.fetch(`/api/posts/${postId}/comments/live`, {
      headers,
      signal: gone.signal,
    });
    for await (const { id = '', data } of events(response)) yield { id, data: JSON.parse(data) };
  })();
  return async () => (await source.next()).value as Told;
};

const followRpc: Follow = (agent, postId, lastEventId) => {
  const queue: Told[] = [];
  let wake = () => {};
  const input = { postId, ...(lastEventId !== undefined && { lastEventId }) };
  const subscription = agent.rpc.comments.live.subscribe(input, {
    onData(told) {
      queue.push(told as Told);
      wake();
    },
  });
  gone.signal.addEventListener('abort', () => subscription.unsubscribe());
  return async () => {
    while (queue.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return queue.shift() as Told;
  };
};

describe.each([
  ['rest', followRest],
  ['rpc', followRpc],
] as const)('live comments through %s', (_name, follow) => {
  const publish = () => author.rpc.posts.create.mutate({ title: 'Live', body: '', status: 'published' });
  const comment = (postId: string, body: string) => author.rpc.comments.create.mutate({ postId, body });

  test('who looks is told to read the list, then of each comment that comes or goes', async () => {
    const { id } = await publish();
    const agent = app.visitor();
    const next = follow(agent, id);
    expect((await next()).data).toEqual({ type: 'reset' });
    const written = await comment(id, 'Hello');
    const created = await next();
    expect(created.data).toMatchObject({ type: 'created', comment: { id: written.id, body: 'Hello' } });
    await author.rpc.comments.delete.mutate({ id: written.id });
    expect((await next()).data).toEqual({ type: 'deleted', id: written.id });
  });

  test('who connects again with the last id is told what happened since, and nothing twice', async () => {
    const { id } = await publish();
    const agent = app.visitor();
    const first = follow(agent, id);
    const { id: start } = await first();
    const a = await comment(id, 'a');
    const { id: seen } = await first();
    gone.abort();
    gone = new AbortController();
    const b = await comment(id, 'b');
    const brief = await comment(id, 'brief');
    await author.rpc.comments.delete.mutate({ id: brief.id });

    const since = follow(agent, id, seen);
    expect((await since()).data).toMatchObject({ type: 'created', comment: { id: b.id } });
    expect((await since()).data).toEqual({ type: 'deleted', id: brief.id });
    const all = follow(agent, id, start);
    expect((await all()).data).toMatchObject({ type: 'created', comment: { id: a.id } });
    expect((await all()).data).toMatchObject({ type: 'created', comment: { id: b.id } });
  });

  test('an id that is too old leads to reading the list again', async () => {
    const { id } = await publish();
    const old = `1.1.${Date.now() - 48 * 60 * 60 * 1000}`;
    expect((await follow(app.visitor(), id, old)()).data).toEqual({ type: 'reset' });
  });
});

test('a draft cannot be followed, nor with an id that is none', async () => {
  const draft = await author.rpc.posts.create.mutate({ title: 'Draft', body: '' });
  expect((await author.rest('GET', `/posts/${draft.id}/comments/live`)).status).toBe(404);
  const { id } = await author.rpc.posts.create.mutate({ title: 'Live', body: '', status: 'published' });
  expect((await author.rest('GET', `/posts/${id}/comments/live?lastEventId=x`)).status).toBe(422);
});
