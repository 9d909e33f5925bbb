import { afterAll, beforeAll, expect, it } from 'vitest';
import { codes } from '../../../shared/src/errors.ts';
import { type TestApp, testApp } from '../../support/app.ts';

let server: TestApp;

beforeAll(async () => {
  server = await testApp();
});
afterAll(() => server[Symbol.asyncDispose]());

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return server.visitor().fetch(path, { headers });
}

it('the document is served as JSON, and not again to who has it', async () => {
  const response = await get('/api/openapi.json');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.json()).toMatchObject({ openapi: '3.1.1' });
  const again = await get('/api/openapi.json', { 'if-none-match': response.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
});

it('the reference loads nothing from elsewhere and holds no inline script', async () => {
  const response = await get('/api/docs');
  const html = await response.text();
  const addresses = Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, address]) => address);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) expect(address).toMatch(/^\//);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(html).not.toMatch(/\sstyle=|<style/);
});

it('the reference may run scripts of this server alone', async () => {
  const policy = (await get('/api/docs')).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
});

it('every file that the pages load is there, the large one compressed and kept', async () => {
  for (const page of ['/api/docs', '/api/docs/errors']) {
    const html = await (await get(page)).text();
    for (const [, address = ''] of html.matchAll(/(?:src|href)="(\/api\/docs\/[\w.-]+\.(?:js|css))"/g)) {
      const response = await get(address, { 'accept-encoding': 'gzip' });
      expect(response.status, address).toBe(200);
      expect(response.headers.get('content-encoding'), address).toBe('gzip');
      const isVersioned = /scalar-\d/.test(address);
      expect(response.headers.get('cache-control')?.includes('immutable'), address).toBe(isVersioned);
    }
  }
});

it('every error code has a section of its own to link to', async () => {
  const html = await (await get('/api/docs/errors')).text();
  for (const code of codes) expect(html).toContain(`<section id="${code}"`);
});

it('the type of a problem leads to its section', async () => {
  const response = await server.visitor().rest('GET', '/slugs/no-such-post');
  const { type } = (await response.json()) as { type: string };
  const [page = '', anchor] = type.split('#');
  expect(await (await get(page)).text()).toContain(`<section id="${anchor}"`);
});
