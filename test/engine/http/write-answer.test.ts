import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outgoing } from '../../../server/src/engine/http/exchange.ts';
import { CommonHead, writeAnswer } from '../../../server/src/engine/http/write-answer.ts';

const common = new CommonHead({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });

let next: { outgoing: Outgoing; added: [string, string][]; broken: Error[] };
const server = createServer((_request, response) => {
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
