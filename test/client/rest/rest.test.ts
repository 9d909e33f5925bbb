import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CallOptions,
  createRestClient,
  isProblem,
  type RestClientOptions,
} from '../../../client/src/rest.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import type { UserAgent } from '../../support/user-agent.ts';

let app: TestApp;
let agent: UserAgent;
beforeAll(async () => {
  app = await testApp();
  agent = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

/** What stands between client and server: it may answer itself, or break the connection. */
type Fault = (request: Request, nth: number, forward: () => Promise<Response>) => Promise<Response>;

/** A client that tells what it sent. */
function client(fault: Fault = (_, __, forward) => forward(), options: Partial<RestClientOptions> = {}) {
  const requests: Request[] = [];
  const api = createRestClient({
    url: `${app.config.publicOrigin}/api`,
    fetch: (url, init) => {
      const request = new Request(url, {
        ...init,
        ...(init.body instanceof ReadableStream && { duplex: 'half' }),
      });
      requests.push(request.clone());
      return fault(request, requests.length, () => agent.fetch(request));
    },
    ...options,
  });
  return { api, requests };
}

/** An answer of something that is in the way. */
function unavailable(headers: Record<string, string> = { 'retry-after': '0' }): Response {
  return new Response('<h1>503</h1>', { status: 503, headers });
}

describe('calls', () => {
  it('an operation is a function by its id, and dates are dates', async () => {
    const { api, requests } = client();
    const post = await api.posts.create({ title: 'Calls', body: '', status: 'published' });
    expect(post.publishedAt).toBeInstanceOf(Date);
    expect(await api.posts.get({ id: post.id })).toEqual(post);
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'POST /api/posts',
      `GET /api/posts/${post.id}`,
    ]);
    expect(requests[0]?.headers.get('user-agent')).toMatch(/^portico-client-ts\/\d/);
  });

  it('null is sent, and what is absent is not', async () => {
    const { api, requests } = client();
    const { id, version } = await api.posts.create({ title: 'Null', body: '' });
    const changed = await api.posts.update({ id, version, title: undefined, coverId: null });
    expect(JSON.parse((await requests[1]?.text()) ?? '')).toEqual({ version, coverId: null });
    expect(changed.cover).toBeNull();
  });

  it('nothing is answered as nothing', async () => {
    const { api } = client();
    const { id } = await api.posts.create({ title: 'Gone', body: '' });
    expect(await api.posts.delete({ id })).toBeUndefined();
  });

  it('a file is a response, and has an address', async () => {
    const { api } = client();
    const { id } = await api.files.upload({ file: new File(['hello\n'], 'a.txt', { type: 'text/plain' }) });
    const response = await api.files.content({ id }, { headers: { range: 'bytes=0-1' } });
    expect([response.status, await response.text()]).toEqual([206, 'he']);
    expect(api.files.content.url({ id })).toBe(`${app.config.publicOrigin}/api/files/${id}/content`);
  });

  it('what is read of a file to its end, or left, stays with no signal', async () => {
    const { api } = client();
    const { id } = await api.files.upload({ file: new File(['hello\n'], 'a.txt', { type: 'text/plain' }) });
    const { signal } = new AbortController();
    const read = await api.files.content({ id }, { signal });
    expect(await read.text()).toBe('hello\n');
    await (await api.files.content({ id }, { signal })).body?.cancel();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it.each(['', '.', '..'])('a part of the path that is "%s" makes no other path of it', async (id) => {
    const { api, requests } = client();
    await expect(api.posts.delete({ id })).rejects.toThrow(`id is "${id}", which cannot stand`);
    expect(() => api.files.content.url({ id })).toThrow(TypeError);
    expect(requests).toHaveLength(0);
  });

  it('all pages are walked, one at a time', async () => {
    const { api, requests } = client();
    for (let count = 0; count < 5; count += 1) await api.posts.create({ title: `Page ${count}`, body: '' });
    requests.length = 0;
    const titles: string[] = [];
    for await (const { title } of api.posts.mine.all({ limit: 2 })) {
      titles.push(title);
      if (titles.length === 3) break;
    }
    expect(titles).toEqual(['Page 4', 'Page 3', 'Page 2']);
    expect(requests).toHaveLength(2);
  });

  it('a value that is newer than the client is passed on', async () => {
    const { api } = client(async (_, __, forward) => {
      const answer = await forward();
      const body = await answer.json();
      return Response.json({ ...body, status: 'archived', shelf: 7 });
    });
    const post = await api.posts.create({ title: 'New', body: '' });
    expect(post.status).toBe('archived');
    expect(post).toHaveProperty('shelf', 7);
    expect(post.createdAt).toBeInstanceOf(Date);
  });
});

describe('failures', () => {
  it('have the code of their problem, and the fields that are wrong', async () => {
    const { api } = client();
    const result = await api.posts.create.safe({ title: '', body: '' });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input', status: 422 } });
    const error = result.ok ? undefined : result.error;
    expect(isProblem(error, 'invalid_input') && error.errors[0]?.pointer).toBe('/title');
    expect(isProblem(error, 'not_found')).toBe(false);
  });

  it('an answer that is not the server’s is none of its problems', async () => {
    const { api } = client(async () => new Response('<html>', { status: 404 }));
    await expect(api.posts.tags()).rejects.toMatchObject({ code: 'unexpected_answer', status: 404 });
    const { api: half } = client(async () => new Response('<html>', { status: 200 }));
    await expect(half.posts.tags()).rejects.toMatchObject({ code: 'unexpected_answer' });
  });

  it('a call ends when its time is over, and is not tried again', async () => {
    const { api, requests } = client((request) => untilAborted(request));
    const error = await api.posts.tags({ timeoutMs: 20 }).catch((error) => error);
    expect(error).toMatchObject({ code: 'timed_out', name: 'TimeoutError' });
    expect(requests).toHaveLength(1);
  });

  it('a call ends when its signal says so, also while it waits for its next attempt', async () => {
    for (const fault of [untilAborted, async () => unavailable({ 'retry-after': '9' })]) {
      const leaving = new AbortController();
      const { api, requests } = client(fault);
      const call = api.posts.tags({ signal: leaving.signal });
      setTimeout(() => leaving.abort(), 20);
      await expect(call).rejects.toMatchObject({ code: 'cancelled', name: 'AbortError' });
      expect(requests).toHaveLength(1);
    }
    const { api } = client();
    await expect(api.posts.tags({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

function untilAborted(request: Request): Promise<Response> {
  return new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
  });
}

describe('attempts', () => {
  const twice: Fault = async (_, nth, forward) => {
    if (nth === 1) return unavailable();
    if (nth === 2) throw new TypeError('fetch failed');
    return forward();
  };
  const quick: CallOptions = { retries: 2 };

  it('what changes nothing is tried again after a busy server and a broken connection', async () => {
    const { api, requests } = client(twice);
    expect(await api.posts.tags(quick)).toHaveProperty('items');
    expect(requests).toHaveLength(3);
  });

  it('a change is tried again under one key, and happens once', async () => {
    const { api, requests } = client(async (_, nth, forward) => {
      const answer = await forward();
      if (nth === 1) throw new TypeError('fetch failed');
      return answer;
    });
    const title = 'Under one key';
    const post = await api.posts.create({ title, body: '' });
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys)).toEqual(new Set([expect.stringMatching(/^[\w-]{20,}$/)]));
    expect(keys).toHaveLength(2);
    const mine = await Array.fromAsync(api.posts.mine.all());
    expect(mine.filter((each) => each.title === title).map(({ id }) => id)).toEqual([post.id]);
  });

  it('a change without a key is sent once', async () => {
    const { api, requests } = client(async () => unavailable());
    await expect(api.accounts.logout()).rejects.toMatchObject({ status: 503 });
    expect(requests).toHaveLength(1);
  });

  it('there is an end, and an answer that asks for much patience is final', async () => {
    const { api, requests } = client(async () => unavailable());
    await expect(api.posts.tags({ retries: 1 })).rejects.toMatchObject({ status: 503 });
    expect(requests).toHaveLength(2);
    const patient = client(async () => unavailable({ 'retry-after': '3600' }));
    await expect(patient.api.posts.tags()).rejects.toMatchObject({ status: 503 });
    expect(patient.requests).toHaveLength(1);
  });

  it('what the server refused is not tried again', async () => {
    const { api, requests } = client();
    await expect(api.posts.bySlug({ slug: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' });
    expect(requests).toHaveLength(1);
  });
});

it('a call that was over before it began does no harm to a server in the same process', async () => {
  const request = new Request(`${app.config.publicOrigin}/api/tags`, { signal: AbortSignal.abort() });
  await expect(app.app.fetch(request)).rejects.toThrow('aborted');
});

describe('uploads', () => {
  it('tell how far they are, and end with all', async () => {
    const { api } = client();
    const file = new File(['portico\n'.repeat(50_000)], 'long.txt', { type: 'text/plain' });
    const seen: { sent: number; total: number }[] = [];
    const stored = await api.files.upload(
      { file, alt: 'é' },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(stored).toMatchObject({ name: 'long.txt', size: file.size });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(({ sent }) => sent)).toEqual(seen.map(({ sent }) => sent).toSorted((a, b) => a - b));
    expect(seen.at(-1)?.sent).toBe(seen.at(-1)?.total);
  });
});
