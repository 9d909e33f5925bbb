import { createServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommonHead } from '../../../server/src/engine/http/common-head.ts';
import type { Outgoing } from '../../../server/src/engine/http/exchange.ts';
import { HeadedResponse, takesLines } from '../../../server/src/engine/http/headed-response.ts';
import { writeAnswer } from '../../../server/src/engine/http/write-answer.ts';

const common = new CommonHead({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });

test('this Node takes lines', () => expect(takesLines).toBe(true));

test('what no head may hold is refused before anything is answered', () => {
  expect(() => new CommonHead({ 'x-a': 'b\r\nset-cookie: c=1' })).toThrow(TypeError);
  expect(() => new CommonHead({ 'x a': 'b' })).toThrow(TypeError);
});

describe.each([
  ['by Node alone', ServerResponse],
  ['with lines', HeadedResponse],
])('%s', (_name, Answer) => {
  let next: { outgoing: Outgoing; added: [string, string][]; broken: Error[] };
  const server = createServer({ ServerResponse: Answer }, (_request, response) => {
    const head = { headers: next.added, sent: false };
    writeAnswer(response, next.outgoing, head, common, (error) => next.broken.push(error));
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => new Promise((closed) => server.close(closed)));

  async function ask(outgoing: Outgoing, added: [string, string][] = [], method = 'GET') {
    next = { outgoing, added, broken: [] };
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method });
  }

  test('what an answer says itself stands instead of what every answer says', async () => {
    const { headers } = await ask({ status: 200, headers: [['x-frame-options', 'SAMEORIGIN']] });
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('the later of two headers counts, cookies stand side by side, links become one list', async () => {
    const twice: [string, string][] = [
      ['cache-control', 'no-store'],
      ['set-cookie', 'b=2'],
      ['link', '<b>'],
    ];
    const once: [string, string][] = [
      ['cache-control', 'no-cache'],
      ['set-cookie', 'a=1'],
      ['link', '<a>'],
    ];
    const { headers } = await ask({ status: 200, headers: once }, twice);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('link')).toBe('<a>, <b>');
  });

  test.each(['plain', 'ümlaut', '日本語 🙂'])('the length of %s is that of its bytes', async (body) => {
    const response = await ask({ status: 200, headers: [], body });
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
    expect(await response.text()).toBe(body);
  });

  test('no body has length 0, except where a status or HEAD forbids to say so', async () => {
    expect((await ask({ status: 200, headers: [] })).headers.get('content-length')).toBe('0');
    expect((await ask({ status: 204, headers: [] })).headers.has('content-length')).toBe(false);
    expect((await ask({ status: 304, headers: [] })).headers.has('content-length')).toBe(false);
    expect((await ask({ status: 200, headers: [] }, [], 'HEAD')).headers.has('content-length')).toBe(false);
  });

  test('a body that breaks off cuts the connection, and is told', async () => {
    async function* breaking() {
      yield Buffer.from('begun');
      throw new Error('no more');
    }
    const response = await ask({ status: 200, headers: [], body: breaking() });
    await expect(response.text()).rejects.toThrow();
    expect(next.broken.map(({ message }) => message)).toEqual(['no more']);
  });

  test.each([
    ['less', 'short'],
    ['more', 'much longer'],
  ])(
    'a body of %s than its head says cuts the connection: what comes next is no part of it',
    async (_, body) => {
      async function* flowing() {
        yield Buffer.from(body);
      }
      const asked = ask({ status: 200, headers: [['content-length', '8']], body: flowing() });
      await expect(asked.then((response) => response.text())).rejects.toThrow();
      expect(next.broken.map(({ message }) => message)).toEqual([expect.stringContaining('8 bytes')]);
    },
  );

  test('the head on the wire is the same', async () => {
    const { headers } = await ask({ status: 200, headers: [['content-type', 'text/plain']], body: 'x' });
    expect([...headers.keys()].toSorted()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'date',
      'keep-alive',
      'referrer-policy',
      'x-frame-options',
    ]);
  });
});
