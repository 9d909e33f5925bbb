import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CopiedRepository, copiedRepository } from '../support/copied-repository.ts';
import { read } from '../support/repository.ts';
import { runCompiler, runNode } from '../support/run.ts';
import { type DataFolder, dataFolder, register } from '../support/server-process.ts';
import { snippets } from '../support/snippets.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const guide = read('docs/guides/add-a-feature.md');

let copy: CopiedRepository;
let data: DataFolder;
beforeAll(async () => {
  copy = await copiedRepository();
  data = await dataFolder(copy.path);
  for (const snippet of snippets(guide, 'ts')) {
    const file = /^\/\/ (\S+\.ts)\n/.exec(snippet)?.[1];
    if (file) await copy.write(file, snippet);
  }
  await copy.edit(
    'server/src/router.ts',
    'import { posts }',
    "import { notes } from './features/notes/notes.router.ts';\nimport { posts }",
  );
  await copy.edit('server/src/router.ts', '  posts,\n', '  posts,\n  notes,\n');
});
afterAll(async () => {
  await data?.[Symbol.asyncDispose]();
  await copy?.[Symbol.asyncDispose]();
});

const run = async (...args: string[]) => {
  const ran = await runNode(args, join(copy.path, 'server'));
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ code: 0 });
  return ran.stdout;
};

test('the code of the guide has no error of types', async () => {
  const { code, stdout } = await runCompiler(join(copy.path, 'server'));
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});

test('the feature of the guide works through both doors, and is in the clients', async () => {
  expect(await run('node_modules/drizzle-kit/bin.cjs', 'generate')).toContain('notes');
  await run('src/describe.ts');
  await run('../client/generator/main.ts');
  expect(await copy.read('client/src/generated/router.ts')).toMatch(/interface Note \{[^}]*createdAt: Date;/);
  expect(await copy.read('client/python/src/portico_client/generated/models.py')).toContain('class Note');

  const server = data.start({ SEED: 'never' });
  const address = await server.up;
  const cookie = await register(address);
  const headers = { cookie, 'content-type': 'application/json' };
  const write = (text: string) =>
    fetch(`${address}/api/notes`, { method: 'POST', headers, body: JSON.stringify({ text }) });
  const first = await write('Buy milk');
  expect(first.status).toBe(201);
  const note = await first.json();
  expect(first.headers.get('location')).toBe(`/api/notes/${note.id}`);
  expect(Object.keys(note)).toEqual(['id', 'text', 'createdAt']);
  expect((await write('')).status).toBe(422);
  expect((await write('Bake bread')).status).toBe(201);

  const list = (query: string) => fetch(`${address}/api/notes?${query}`, { headers: { cookie } });
  const page = await (await list('limit=1')).json();
  expect(page.items).toMatchObject([{ text: 'Bake bread' }]);
  const rest = await (await list(`cursor=${page.nextCursor}`)).json();
  expect(rest).toMatchObject({ items: [{ text: 'Buy milk' }], nextCursor: null });

  const called = await fetch(`${address}/rpc/notes.list?input={"json":{}}`, { headers: { cookie } });
  expect((await called.json()).result.data.meta.values).toMatchObject({ 'items.0.createdAt': ['Date'] });
  const gone = () => fetch(`${address}/api/notes/${note.id}`, { method: 'DELETE', headers: { cookie } });
  expect([(await gone()).status, (await gone()).status]).toEqual([204, 404]);
  expect((await fetch(`${address}/api/notes`)).status).toBe(401);
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});
