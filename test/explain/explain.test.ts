import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { openApiDocument } from '../../server/src/engine/openapi/document.ts';
import { closest } from '../../server/src/engine/operations/closest.ts';
import { describe } from '../../server/src/engine/operations/describe.ts';
import { explain } from '../../server/src/explain/explain.ts';
import { appRouter } from '../../server/src/router.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { root } from '../support/repository.ts';

const operations = await describe(appRouter);
const document = openApiDocument(operations);

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const explained = (id: string): string => {
  const operation = operations.find((candidate) => candidate.id === id);
  return operation ? explain(operation, document, 'http://localhost:3000') : '';
};

test('an explanation says route, caller, typed call, curl line, steps and errors', () => {
  const text = explained('posts.update');
  expect(text).toContain('PUT /api/posts/{id}');
  expect(text).toContain('client.posts.update.mutate({');
  expect(text).toContain('server/src/features/posts/posts.router.ts');
  expect(text).toContain('a user; a token needs the scope posts:write');
  expect(text).toContain('session or token → input → resolver → output');
  expect(text).toContain('412 version_conflict');
});

test('an explanation names what a caller must prove again', () => {
  const text = explained('accounts.changePassword');
  expect(text).toContain('; having proven who they are a short while ago');
  expect(text).toContain('→ recent proof →');
});

test.each(operations.filter(({ rest, body }) => rest && body !== 'form').map(({ id }) => id))(
  'the curl line of %s reaches its operation, with an input that it accepts',
  async (id) => {
    const line = /^ {2}curl {4}curl (.*)$/m.exec(explained(id))?.[1] ?? '';
    const [, method = 'GET'] = /-X (\w+)/.exec(line) ?? [];
    const [, body] = /-d '(.*?)' (?=http|')/.exec(line) ?? [];
    const [, path = ''] = /http:\/\/localhost:3000(\/[^' ]*)/.exec(line) ?? [];
    const headers = { 'content-type': 'application/json' };
    const response = await app
      .visitor()
      .fetch(path, { method, ...(body !== undefined && { headers, body }) });
    // A link or ticket of the example is read, and found to be nobody's.
    const isReadLink = response.status === 400 && (await response.clone().text()).includes('"invalid_link"');
    if (!isReadLink) expect([200, 201, 204, 401, 404]).toContain(response.status);
    await response.body?.cancel();
  },
);

group('on the command line', () => {
  const run = promisify(execFile);
  const pnpmExplain = (...args: string[]) =>
    run(process.execPath, ['server/src/explain.ts', ...args], { cwd: root });

  test('without a name it lists every operation', async () => {
    const { stdout } = await pnpmExplain();
    expect(operations.filter(({ id }) => !stdout.includes(`  ${id}  `))).toEqual([]);
  });

  test('a name that is not there is an error with the one that was probably meant', async () => {
    await expect(pnpmExplain('posts.updat')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Did you mean posts.update?'),
    });
  });
});

test('the closest of several is found, and nothing when none is close', () => {
  expect(closest('/api/post', ['/api/posts', '/api/products'])).toBe('/api/posts');
  expect(closest('/api/zebra/crossing', ['/api/posts'])).toBeUndefined();
});

test('nothing is close to a text of any length, which is known at once', () => {
  const routes = Array.from(
    { length: 100 },
    (_, index) => `GET /api/some/long/route/${index}/of/an/operation`,
  );
  const asked = performance.now();
  expect(closest('x'.repeat(200_000), routes)).toBeUndefined();
  expect(performance.now() - asked).toBeLessThan(500);
});
