import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { events, type ServerEvent } from '../../support/events.ts';
import { madeInAll, seen, streamRouter } from './router.ts';

let server: TestApp;

beforeAll(async () => {
  server = await testApp({}, undefined, streamRouter, { heartbeatMs: 100, perCaller: 5 });
});
afterAll(() => server[Symbol.asyncDispose]());

async function first(count: number, path: string, init?: RequestInit): Promise<ServerEvent[]> {
  const gone = new AbortController();
  const response = await server.visitor().fetch(`/api${path}`, { ...init, signal: gone.signal });
  const received: ServerEvent[] = [];
  for await (const event of events(response)) {
    received.push(event);
    if (received.length === count) break;
  }
  gone.abort();
  return received;
}

describe('a stream in REST', () => {
  it('is sent as events, each item as the schema names it, and says when it is over', async () => {
    const response = await server.visitor().rest('GET', '/count?to=2');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(await response.text()).toBe(
      'retry: 2000\n\n' +
        'data: {"number":1,"at":"1970-01-01T00:00:00.001Z"}\n\n' +
        'data: {"number":2,"at":"1970-01-01T00:00:00.002Z"}\n\n' +
        'event: end\ndata:\n\n',
    );
  });

  it('goes on after the id that the client saw last, by header or query; the header is newer', async () => {
    const numbers = async (path: string, init?: RequestInit) =>
      (await first(2, path, init)).map(({ id }) => id);
    const headers = { 'last-event-id': '7' };
    expect(await numbers('/ticks')).toEqual(['1', '2']);
    expect(await numbers('/ticks', { headers })).toEqual(['8', '9']);
    expect(await numbers('/ticks?lastEventId=3')).toEqual(['4', '5']);
    expect(await numbers('/ticks?lastEventId=3', { headers })).toEqual(['8', '9']);
  });

  it('refuses with a problem what is wrong before it starts', async () => {
    const agent = server.visitor();
    expect((await agent.rest('GET', '/ticks?lastEventId=x')).status).toBe(422);
    expect((await agent.rest('GET', '/mine')).status).toBe(401);
    expect((await agent.rest('GET', '/ticks', undefined, { accept: 'application/json' })).status).toBe(406);
    expect((await agent.rest('POST', '/ticks')).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('answers HEAD without starting', async () => {
    const response = await server.visitor().rest('HEAD', '/silent?name=head');
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(seen.has('head')).toBe(false);
  });

  it('may be read from a file that came with the request, which goes when the stream is over', async () => {
    const spools = async () =>
      (await readdir(tmpdir())).filter((name) => name.includes('spool') && name.includes(`-${process.pid}-`));
    const body = new FormData();
    body.append('file', new File(['abc'], 'abc.txt'));
    const response = await server.visitor().fetch('/api/spell', { method: 'POST', body });
    expect(await spools()).toHaveLength(1);
    const received = await Array.fromAsync(events(response), ({ event, data }) => `${event} ${data}`);
    expect(received.join()).toBe('message {"letter":"a"},message {"letter":"b"},message {"letter":"c"},end ');
    await vi.waitFor(async () => expect(await spools()).toEqual([]));
  });

  it('that is never read keeps no place: neither one that HEAD asks for, nor one whose client leaves before it begins', async () => {
    const agent = server.visitor();
    for (let asked = 0; asked < 6; asked += 1) {
      expect((await agent.rest('HEAD', '/ticks')).status).toBe(200);
      const gone = new AbortController();
      const name = `late ${asked}`;
      const answer = agent.fetch(`/api/late?name=${name}`, { signal: gone.signal });
      await vi.waitFor(() => expect(seen.get(name)).toEqual(['asked']));
      gone.abort();
      await expect(answer).rejects.toThrow('aborted');
    }
    await vi.waitFor(async () => expect((await agent.rest('GET', '/three')).status).toBe(200));
  });

  it('shows that it lives while it is silent', async () => {
    const gone = new AbortController();
    const response = await server.visitor().fetch('/api/silent?name=alive', { signal: gone.signal });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes('\n: ')) break;
    }
    expect(text).toBe('retry: 2000\n\n: still here\n\n');
    gone.abort();
    await vi.waitFor(() => expect(seen.get('alive')).toEqual(['started', 'ended']));
  });

  it('ends when its reader stops, whether or not a signal says so', async () => {
    const response = await server.visitor().fetch('/api/silent?name=left');
    for await (const chunk of response.body ?? []) {
      expect(Buffer.from(chunk).toString()).toContain('retry');
      break;
    }
    await vi.waitFor(() => expect(seen.get('left')).toEqual(['started', 'ended']));
  });

  it('a failure on the way is an event with its problem; a bug says nothing but that it is one', async () => {
    const failed = async (how: string) => {
      const received = await Array.fromAsync(
        events(await server.visitor().rest('GET', `/failing?how=${how}`)),
      );
      expect(received.map(({ event }) => event)).toEqual(['message', 'error']);
      return JSON.parse(received.at(-1)?.data ?? '');
    };
    expect(await failed('expected')).toMatchObject({
      code: 'not_found',
      detail: 'It went away',
      instance: '/api/failing',
    });
    server.logged.length = 0;
    const bug = await failed('bug');
    expect(bug.code).toBe('internal');
    expect(JSON.stringify(bug)).not.toContain('secret');
    expect(server.logged.join()).toContain('the secret reason');
    expect(server.logged.join()).toContain('"operation":"failing"');
    expect((await failed('item')).code).toBe('internal');
    expect(server.logged.join()).toContain('number');
  });

  it('makes only as much as the client takes', async () => {
    const origin = await server.listen();
    const gone = new AbortController();
    const response = await fetch(`${origin}/api/eager?name=slow`, { signal: gone.signal });
    await response.body?.getReader().read();
    expect(await madeInAll('slow')).toBeLessThan(50_000);
    gone.abort();
  });

  it('a client that leaves a real connection ends it at once', async () => {
    const gone = new AbortController();
    const { port } = server.app.server.server.address() as { port: number };
    await fetch(`http://127.0.0.1:${port}/api/silent?name=socket`, { signal: gone.signal });
    gone.abort();
    await vi.waitFor(() => expect(seen.get('socket')).toEqual(['started', 'ended']));
  });
});
