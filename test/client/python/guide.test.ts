import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { findPythons, notProven, packageFolder, pythonEnv } from '../../support/python.ts';
import { read } from '../../support/repository.ts';
import { snippets } from '../../support/snippets.ts';
import { complaints } from './pyright.ts';

const run = promisify(execFile);
const pythons = await findPythons();
const documents = ['docs/guides/call-it-from-python.md', 'client/python/README.md'];

/** The snippets of a document are one program. */
function program(document: string, origin = 'http://localhost:3000'): string {
  return snippets(read(document), 'python').join('\n\n').replaceAll('http://localhost:3000', origin);
}

test('pyright, strict, has no complaint about the snippets', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-snippets-'));
  const sources = join(packageFolder, 'src');
  const filter = (path: string) => !path.includes('__pycache__');
  await cp(sources, join(folder, 'src'), { recursive: true, filter });
  await mkdir(join(folder, 'snippets'));
  for (const [index, document] of documents.entries()) {
    await writeFile(join(folder, `snippets/document${index}.py`), program(document));
  }
  expect(await complaints(folder, ['snippets'])).toEqual([]);
  await rm(folder, { recursive: true });
}, 120_000);

notProven(pythons);
describe.each(pythons)('Python $version', (python) => {
  let app: TestApp;
  let origin: string;
  let folder: string;
  beforeAll(async () => {
    app = await testApp();
    origin = await app.listen();
    folder = await mkdtemp(join(tmpdir(), 'portico-snippets-'));
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  test.each(documents)(
    'the snippets of %s run against a live server',
    async (document) => {
      const file = join(folder, 'program.py');
      await writeFile(file, program(document, origin));
      const env = { ...process.env, ...pythonEnv(join(packageFolder, 'src')) };
      const { stdout } = await run(python.program, [file], { cwd: folder, env });
      if (document.endsWith('README.md')) return;
      for (const said of ['ada', '/title', 'Sourdough', 'Nice crust', 'not any more', 'baking']) {
        expect(stdout).toContain(said);
      }
      expect(stdout).toMatch(/^(\d+) of \1 bytes$/m);
    },
    60_000,
  );
});
