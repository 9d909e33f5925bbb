import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
let user: UserAgent;
beforeAll(async () => {
  app = await testApp();
  user = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

const post = { title: 'Forged', body: '' };

describe('requests that another site makes', () => {
  const forged = async (headers: Readonly<Record<string, string>>) => {
    const rest = await user.rest('POST', '/posts', post, headers);
    const rpc = await user.fetch('/rpc/posts.create', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ json: post }),
    });
    return [rest.status, rpc.status];
  };

  test('check 16: an unsafe method from another site is refused through both doors', async () => {
    for (const site of ['cross-site', 'same-site', 'nonsense']) {
      expect(await forged({ 'sec-fetch-site': site })).toEqual([403, 403]);
    }
    const response = await user.rest('POST', '/posts', post, { 'sec-fetch-site': 'cross-site' });
    expect(await response.json()).toMatchObject({ code: 'cross_site', status: 403 });
  });

  test('check 17: without that header a foreign Origin is refused', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:3001',
      'https://localhost:3000',
      'http://localhost:3000.evil.example',
    ]) {
      expect(await forged({ origin })).toEqual([403, 403]);
    }
  });

  test('our own site, and clients that are no browser, are served', async () => {
    expect(await forged({ 'sec-fetch-site': 'same-origin' })).toEqual([201, 200]);
    expect(await forged({ 'sec-fetch-site': 'none' })).toEqual([201, 200]);
    expect(await forged({ origin: 'http://localhost:3000' })).toEqual([201, 200]);
    expect(await forged({})).toEqual([201, 200]);
  });

  test('a login cannot be forged either', async () => {
    const response = await app
      .visitor()
      .rest('POST', '/login', { username: 'x', password }, { 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('check 18: the http origin of our https host is refused', async () => {
    await using secure = await testApp({ PUBLIC_ORIGIN: 'https://portico.example' });
    const visitor = secure.visitor();
    const attempt = (origin: string) => visitor.rest('POST', '/logout', undefined, { origin });
    expect((await attempt('http://portico.example')).status).toBe(403);
    expect((await attempt('https://portico.example')).status).toBe(204);
  });

  test('check 19: JSON disguised as text or as nothing changes nothing', async () => {
    const author = await app.user();
    for (const type of ['text/plain', 'text/plain;charset=utf-8', '']) {
      const init = { method: 'POST', headers: { 'content-type': type } };
      const rest = await author.fetch('/api/posts', { ...init, body: JSON.stringify(post) });
      const rpc = await author.fetch('/rpc/posts.create', { ...init, body: JSON.stringify({ json: post }) });
      expect([rest.status, rpc.status]).toEqual([415, 415]);
    }
    expect((await author.rpc.posts.mine.query({})).items).toEqual([]);
  });

  test('check 21: a foreign preflight gets no leave', async () => {
    for (const path of ['/api/posts', '/rpc/posts.create', '/']) {
      const response = await user.fetch(path, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

describe('headers', () => {
  const answers = [
    '/',
    '/api/posts',
    '/api/none',
    '/rpc/posts.list?input=%7B%22json%22%3A%7B%7D%7D',
    '/health/live',
    '/nothing/here',
  ];

  test.each(answers)('check 24: %s carries what protects the browser', async (path) => {
    const { headers } = await app.visitor().fetch(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  test.each(answers)('check 23: %s allows no script of others and none in its own text', async (path) => {
    const { headers } = await app.visitor().fetch(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const directive of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "default-src 'self'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(policy).not.toContain('unsafe-eval');
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
  });

  test('check 22: https is insisted on for a year, on https alone', async () => {
    await using secure = await testApp({ PUBLIC_ORIGIN: 'https://portico.example' });
    const strict = (await secure.visitor().fetch('/api/posts')).headers.get('strict-transport-security');
    expect(strict).toBe('max-age=31536000; includeSubDomains');
    expect((await app.visitor().fetch('/api/posts')).headers.get('strict-transport-security')).toBeNull();
  });

  test('check 23: the site has no script and no style in its HTML', async () => {
    const html = await (await app.visitor().fetch('/', { headers: { accept: 'text/html' } })).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });
});
