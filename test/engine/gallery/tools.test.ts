import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../../../client/generator/document.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { typescript } from '../../../client/generator/typescript/typescript.ts';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { root } from '../../support/repository.ts';
import { gallery } from './gallery.ts';

const run = promisify(execFile);
const document = JSON.stringify(openApiDocument(await describe(gallery)));
let folder: string;

beforeAll(async () => {
  // Here the packages that generated code imports are found, and nothing else looks.
  folder = await mkdtemp(join(root, 'test/node_modules/.gallery-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('Redocly finds no error in the document', async () => {
  const path = join(folder, 'openapi.json');
  await writeFile(path, document);
  const { stdout } = await run(
    process.execPath,
    [
      join(root, 'test/node_modules/@redocly/cli/bin/cli.js'),
      ...['lint', path, '--extends=recommended', '--format=json', '--skip-rule=no-unused-components'],
    ],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  expect(JSON.parse(stdout).problems).toEqual([]);
});

test('the generated client compiles', async () => {
  const generated = join(folder, 'client/generated');
  await mkdir(generated, { recursive: true });
  for (const [name, text] of Object.entries(typescript.files(readApi(parseDocument(document))))) {
    await writeFile(join(generated, name), text);
  }
  await copyFile(join(root, 'client/src/rpc-error.ts'), join(folder, 'client/rpc-error.ts'));
  const options = { extends: join(root, 'tsconfig.base.json'), files: ['router.ts', 'exceptions.ts'] };
  await writeFile(
    join(generated, 'tsconfig.json'),
    JSON.stringify({ ...options, compilerOptions: { types: [], lib: ['esnext', 'dom'] } }),
  );
  expect(await compile(generated)).toBe('');
});

test('the REST client’s own package compiles by itself', async () => {
  const source = join(folder, 'gallery.json');
  const out = join(folder, 'rest-client');
  await writeFile(source, document);
  const generate = ['client/generator/main.ts', '--from', source, '--lang', 'typescript', '--out', out];
  const { stdout } = await run(process.execPath, generate, { cwd: root });
  expect(stdout).toMatch(/^Reading .*\nPortico 0.1.0: \d+ operations, \d+ models\nPrinted /);
  expect(await compile(out)).toBe('');
  expect(await readdir(join(out, 'dist'))).toContain('rest.js');
});

/** What the compiler complains of. */
async function compile(project: string): Promise<string> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [compiler, '-p', project]).catch((error) => error);
  return stdout;
}
