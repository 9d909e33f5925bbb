import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRestClient } from '../../../client/src/rest.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import type { UserAgent } from '../../support/user-agent.ts';

let app: TestApp;
let agent: UserAgent;
let postId: string;
beforeAll(async () => {
  app = await testApp();
  agent = await app.user();
  const post = await agent.rpc.posts.create.mutate({ title: 'Live', body: '', status: 'published' });
  postId = post.id;
});
afterAll(() => app[Symbol.asyncDispose]());

const comment = (body: string) => agent.rpc.comments.create.mutate({ postId, body });

/** A client whose first connections end after so many events. */
function client(...lengths: readonly number[]) {
  const requests: Request[] = [];
  const api = createRestClient({
    url: `${app.config.publicOrigin}/api`,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      requests.push(request);
      const answer = await agent.fetch(request);
      const length = lengths[requests.length - 1];
      return length === undefined ? answer : new Response(answer.body?.pipeThrough(cutAfter(length)), answer);
    },
  });
  return { api, requests };
}

/** Lets so many events pass, then breaks. */
function cutAfter(length: number): TransformStream<Uint8Array, Uint8Array> {
  let events = 0;
  return new TransformStream({
    transform(chunk, controller) {
      if (events === length) return controller.error(new TypeError('terminated'));
      controller.enqueue(chunk);
      events += new TextDecoder().decode(chunk).includes('data:') ? 1 : 0;
      if (events === length) controller.error(new TypeError('terminated'));
    },
  });
}

it('goes on after the last event when the connection broke', async () => {
  const { api, requests } = client(1);
  const events = api.comments.live({ postId });
  const bodies: string[] = [];
  for await (const event of events) {
    if (event.type === 'reset') {
      await comment('first');
      await comment('second');
    }
    if (event.type !== 'created') continue;
    expect(event.comment.createdAt).toBeInstanceOf(Date);
    bodies.push(event.comment.body);
    if (bodies.length === 2) break;
  }
  expect(bodies).toEqual(['first', 'second']);
  expect(requests).toHaveLength(2);
  expect(requests[1]?.headers.get('last-event-id')).toBeTruthy();
  expect(events.lastEventId).toBeTruthy();
});

it('leaving the loop lets go of the connection', async () => {
  const leaving = Promise.withResolvers<void>();
  const api = createRestClient({
    url: `${app.config.publicOrigin}/api`,
    fetch: async (url, init) => {
      const answer = await agent.fetch(new Request(url, init));
      const watched = new TransformStream({ cancel: () => leaving.resolve() } as Transformer);
      return new Response(answer.body?.pipeThrough(watched), answer);
    },
  });
  for await (const event of api.comments.live({ postId })) if (event.type === 'reset') break;
  await leaving.promise;
});

it('its signal ends it', async () => {
  const { api } = client();
  const leaving = new AbortController();
  const following = async () => {
    for await (const _ of api.comments.live({ postId }, { signal: leaving.signal })) leaving.abort();
  };
  await expect(following()).rejects.toMatchObject({ code: 'cancelled' });
});

/** A server of our own making: each connection is answered by the next of these. */
function answering(...answers: readonly ((signal: AbortSignal) => Promise<Response>)[]) {
  let connections = 0;
  return createRestClient({
    url: 'http://localhost/api',
    fetch: async (_, init) => {
      const answer = answers[connections];
      connections += 1;
      return answer && init.signal ? answer(init.signal) : Promise.reject(new TypeError('over'));
    },
  });
}

const events = async (text: string) =>
  new Response(text, { headers: { 'content-type': 'text/event-stream' } });
const silence = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

it('a server that takes the connection and says nothing is asked again', async () => {
  const api = answering(
    () => events('id: 1\ndata: {"type":"reset"}\n\n'),
    silence,
    () => events('event: end\ndata:\n\n'),
  );
  expect(await Array.fromAsync(api.comments.live({ postId: 'p' }, { timeoutMs: 100 }))).toHaveLength(1);
});

it('an item that is no JSON fails as an answer that nobody expects', async () => {
  const api = answering(() => events('data: {"type":\n\n'));
  const items = Array.fromAsync(api.comments.live({ postId: 'p' }));
  await expect(items).rejects.toMatchObject({ code: 'unexpected_answer' });
});

it('what is refused fails as a call does', async () => {
  const { api, requests } = client();
  const nowhere = api.comments.live({ postId: '00000000-0000-4000-8000-000000000000' });
  await expect(Array.fromAsync(nowhere)).rejects.toMatchObject({ code: 'not_found' });
  expect(requests).toHaveLength(1);
});
