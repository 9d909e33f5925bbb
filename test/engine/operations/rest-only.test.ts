import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { fail } from '../../../server/src/engine/errors/failure.ts';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import {
  HtmlOutput,
  html,
  RedirectOutput,
  redirect,
  TextOutput,
  text,
} from '../../../server/src/engine/operations/outputs.ts';
import { fails, publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { type TestApp, testApp } from '../../support/app.ts';

const Id = z.object({ id: z.string() });

const pages = router({
  pages: router({
    note: publicProcedure
      .concat(fails('not_found'))
      .meta({ rest: 'GET /notes/{id}.txt', summary: 'Read a note as text' })
      .input(Id)
      .output(TextOutput)
      .query(({ input }) => {
        if (input.id === 'gone') throw fail('not_found');
        return text(`/api/notes/${input.id}.txt`, `Note ${input.id}: ü`);
      }),
    page: publicProcedure
      .meta({ rest: 'GET /pages/{id}', summary: 'Read a page' })
      .input(Id)
      .output(HtmlOutput)
      .query(({ input }) => html(`/api/pages/${input.id}`, `<!doctype html><title>${input.id}</title>`)),
    go: publicProcedure
      .meta({ rest: 'POST /go', summary: 'Go elsewhere' })
      .input(Id)
      .output(RedirectOutput)
      .mutation(({ input }) => redirect(`/api/pages/${input.id}`)),
    forged: publicProcedure
      .meta({ rest: 'GET /forged', summary: 'Answers what only looks like a page' })
      .output(z.object({ kind: z.string(), url: z.string() }))
      .query(() => ({ kind: 'file', url: '/api/forged' })),
  }),
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({}, undefined, pages);
});
afterAll(() => app[Symbol.asyncDispose]());

const rpc = async (path: string, init?: RequestInit): Promise<unknown> => {
  const response = await app.visitor().fetch(`/rpc/${path}`, init);
  return response.json();
};
const input = (value: object): string => `input=${encodeURIComponent(JSON.stringify({ json: value }))}`;

test('text is served as text, with a validator', async () => {
  const response = await app.visitor().rest('GET', '/notes/7.txt');
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toBe('Note 7: ü');
  const etag = response.headers.get('etag') ?? '';
  const again = await app.visitor().rest('GET', '/notes/7.txt', undefined, { 'if-none-match': etag });
  expect(again.status).toBe(304);
});

test('HTML is served as HTML, under the policy of the site', async () => {
  const response = await app.visitor().rest('GET', '/pages/home');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(await response.text()).toContain('<title>home</title>');
});

test('a redirect says where to go', async () => {
  const response = await app.visitor().rest('POST', '/go', { id: 'home' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/api/pages/home');
});

test('a failure of such an operation is a problem', async () => {
  const response = await app.visitor().rest('GET', '/notes/gone.txt');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'not_found' });
});

test('a client that does not take the type is told', async () => {
  const response = await app.visitor().rest('GET', '/pages/home', undefined, { accept: 'image/png' });
  expect(response.status).toBe(406);
});

test('RPC answers the address, singly and in a streamed batch', async () => {
  expect(await rpc(`pages.note?${input({ id: '7' })}`)).toEqual({
    result: { data: { json: '/api/notes/7.txt' } },
  });
  const body = JSON.stringify({ json: { id: 'x' } });
  const headers = { 'content-type': 'application/json' };
  expect(await rpc('pages.go', { method: 'POST', headers, body })).toEqual({
    result: { data: { json: '/api/pages/x' } },
  });
  const streamed = await app
    .visitor()
    .fetch(`/rpc/pages.page?batch=1&input=%7B%220%22:%7B%22json%22:%7B%22id%22:%22x%22%7D%7D%7D`, {
      headers: { 'trpc-accept': 'application/jsonl' },
    });
  expect(await streamed.text()).toContain('"/api/pages/x"');
});

test('a value that only looks like one is answered as it is', async () => {
  const answered = await rpc('pages.forged');
  expect(answered).toEqual({ result: { data: { json: { kind: 'file', url: '/api/forged' } } } });
});

test('the document names type and status', async () => {
  const { paths } = openApiDocument(await describe(pages));
  expect(paths['/notes/{id}.txt']?.get?.responses['200']).toMatchObject({ content: { 'text/plain': {} } });
  expect(paths['/pages/{id}']?.get?.responses['200']).toMatchObject({ content: { 'text/html': {} } });
  expect(Object.keys(paths['/go']?.post?.responses ?? {})).toContain('303');
});

test('without a route it stops the start', async () => {
  const unreachable = router({ lost: publicProcedure.output(TextOutput).query(() => text('/', '')) });
  await expect(describe(unreachable)).rejects.toThrow(/^lost: text output is served by REST/);
});
