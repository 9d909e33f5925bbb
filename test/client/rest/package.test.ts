import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp } from '../../support/app.ts';
import { installPacked, pack, pnpm } from '../../support/packed-client.ts';
import { root } from '../../support/repository.ts';
import { runCompiler, runNode } from '../../support/run.ts';

/** Installing may ask the registry. */
const longestMs = 120_000;

/** What somebody writes who has the package from a registry. */
const program = `
import { createRestClient, isProblem } from 'portico';

const [, , url = ''] = process.argv;
const api = createRestClient({ url });
const user = await api.accounts.register({
  username: 'installed',
  email: 'installed@example.com',
  password: 'correct horse battery',
});
console.log(user.createdAt instanceof Date);
const found = await api.posts.bySlug.safe({ slug: 'no-such-post' });
if (!found.ok && isProblem(found.error, 'not_found')) console.log(found.error.code satisfies 'not_found');
for await (const { title } of api.posts.list.all({ limit: 1 })) title satisfies string;
// @ts-expect-error posts have no such field
if (found.ok) found.output.publishedOn;

declare const process: { readonly argv: readonly string[] };
`;

let folder: string;
let tarball: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-rest-'));
  const [made, project] = [join(folder, 'made'), join(folder, 'project')];
  const generator = join(root, 'client/generator/main.ts');
  const from = join(root, 'shared/api/openapi.json');
  const { code, stderr } = await runNode([generator, '--from', from, '--lang', 'typescript', '--out', made]);
  expect([code, stderr]).toEqual([0, '']);
  await pnpm(made, 'install', '--ignore-workspace', '--prefer-offline');
  tarball = await pack(made, folder);
  await mkdir(project);
  await installPacked(tarball, project);
  await writeFile(join(project, 'program.ts'), program);
}, longestMs);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('publint and attw find nothing to say of the package that --out makes', async () => {
  const tool = (script: string, ...args: string[]) =>
    runNode([join(root, 'test/node_modules', script), ...args], folder);
  const lint = await tool('publint/src/cli.js', 'run', tarball, '--strict');
  expect([lint.code, lint.stdout]).toEqual([0, expect.stringContaining('All good!')]);
  const types = await tool('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only');
  expect([types.code, types.stdout]).toEqual([0, expect.stringContaining('"portico"')]);
});

test(
  'a program outside of the workspace has its types, and runs against a live server',
  async () => {
    const project = join(folder, 'project');
    const compilerOptions = {
      ...{ module: 'nodenext', target: 'es2022', lib: ['esnext', 'dom', 'dom.iterable'] },
      ...{ strict: true, noEmit: true, types: [] },
    };
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['program.ts'] }),
    );
    expect(await runCompiler(project)).toMatchObject({ code: 0, stdout: '' });
    await using server = await testApp();
    const { stdout, stderr } = await runNode(['program.ts', `${await server.listen()}/api`], project);
    expect([stdout, stderr]).toEqual(['true\nnot_found\n', '']);
  },
  longestMs,
);

test('the example runs', async () => {
  await using server = await testApp();
  const author = await server.user('ada');
  await author.rpc.posts.create.mutate({ title: 'Seen over REST', body: '', status: 'published' });
  const example = join(root, 'client/rest/example.ts');
  const { code, stdout } = await runNode([example, await server.listen()]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d{4}-\S+Z Seen over REST\n$/)]);
});
