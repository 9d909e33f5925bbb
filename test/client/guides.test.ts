import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { runCompiler, runNode } from '../support/run.ts';
import { programFolder, programOf } from '../support/typescript-program.ts';

let server: TestApp;
let origin: string;
beforeAll(async () => {
  server = await testApp();
  const author = await server.user('ada');
  await author.rpc.posts.create.mutate({ title: 'First', body: '', tags: ['garden'], status: 'published' });
  origin = await server.listen();
});
afterAll(() => server[Symbol.asyncDispose]());

const longestMs = 60_000;

/** A program that calls a server of its own machine is given ours. */
async function runs(document: string): Promise<string> {
  const program = programOf(document, 'ts').replaceAll('http://localhost:3000', origin);
  await using folder = await programFolder('program.ts', program, 'test');
  expect(await runCompiler(folder.path)).toMatchObject({ code: 0, stdout: '' });
  const { code, stdout, stderr } = await runNode([join(folder.path, 'program.ts')], folder.path);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

test(
  'the README of the client runs',
  async () => {
    const stdout = await runs('client/README.md');
    expect(stdout).toMatch(/^\d{4}-.*Z First\n/);
    expect(stdout).toContain('No post');
  },
  longestMs,
);

test(
  'the guide to Node runs from its first line to its last',
  async () => {
    expect(programOf('docs/guides/call-it-from-node.md', 'ts')).toContain(password);
    const lines = (await runs('docs/guides/call-it-from-node.md')).trimEnd().split('\n');
    expect(lines).toEqual(['Hello, ada', 'First', '/title', 'notes.txt 1', 'First!']);
  },
  longestMs,
);

test(
  'the guide to React has the right types',
  async () => {
    await using folder = await programFolder(
      'program.tsx',
      programOf('docs/guides/call-it-from-react.md', 'tsx'),
      'web',
    );
    expect(await runCompiler(folder.path)).toMatchObject({ code: 0, stdout: '' });
  },
  longestMs,
);
