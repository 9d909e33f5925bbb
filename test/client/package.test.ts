import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { installPackedClient } from '../support/packed-client.ts';
import { root } from '../support/repository.ts';
import { runCompiler, runNode } from '../support/run.ts';

/** Packing compiles, and installing may ask the registry. */
const longestMs = 120_000;

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-package-'));
  tarball = await installPackedClient(folder);
}, longestMs);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a tool of this workspace says of the tarball. */
function tool(script: string, ...args: string[]) {
  return runNode([join(root, 'test/node_modules', script), ...args], folder);
}

test('publint finds nothing to say', async () => {
  const { code, stdout } = await tool('publint/src/cli.js', 'run', tarball, '--strict');
  expect([code, stdout]).toEqual([0, expect.stringContaining('All good!')]);
});

test('its types are found by every resolution of modules', async () => {
  const { code, stdout } = await tool(
    '@arethetypeswrong/cli/dist/index.js',
    tarball,
    '--profile',
    'esm-only',
  );
  expect([code, stdout]).toEqual([0, expect.stringContaining('@portico/client/query')]);
});

test('it asks for nothing of the workspace, and has a licence and a README', async () => {
  const installed = join(folder, 'node_modules/@portico/client');
  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@portico/'))).toEqual([]);
  expect(manifest.license).toBe('MIT');
  expect(await readFile(join(installed, 'LICENSE'), 'utf8')).toContain('MIT License');
  expect(await readFile(join(installed, 'README.md'), 'utf8')).toContain("from '@portico/client'");
});

test(
  'a program outside of the workspace has its types, and runs against a live server',
  async () => {
    const program = join(import.meta.dirname, 'package-program.ts');
    await copyFile(program, join(folder, 'program.ts'));
    const options = {
      compilerOptions: {
        module: 'nodenext',
        target: 'es2022',
        lib: ['esnext', 'dom', 'dom.iterable'],
        strict: true,
        noEmit: true,
        types: [],
      },
      files: ['program.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(options));
    expect(await runCompiler(folder)).toMatchObject({ code: 0, stdout: '' });

    await using server = await testApp();
    const { stdout, stderr } = await runNode(['program.ts', `${await server.listen()}/rpc`], folder);
    expect([stdout, stderr]).toEqual(['true\nnot_found\n1\n', '']);
  },
  longestMs,
);
