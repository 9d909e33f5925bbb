import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { findPythons, notProven, type Python, packageFolder, pythonEnv } from '../../support/python.ts';
import { read, root } from '../../support/repository.ts';
import { complaints } from './pyright.ts';

const run = promisify(execFile);
const pythons = await findPythons();

test('pyright, strict, has no complaint about the package, its example and its tests', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-pyright-'));
  await mkdir(join(folder, 'programs'));
  const filter = (path: string) => !path.includes('__pycache__');
  await cp(packageFolder, folder, { recursive: true, filter });
  await cp(join(root, 'test/client/python/programs/gallery.py'), join(folder, 'programs/gallery.py'));
  await cp(join(root, 'test/client/python/runtime'), join(folder, 'programs/runtime'), {
    recursive: true,
    filter,
  });
  expect(await complaints(folder, ['src', 'example', 'packing', 'programs'])).toEqual([]);
  await rm(folder, { recursive: true });
}, 120_000);

let app: TestApp;
let origin: string;
let folder: string;
beforeAll(async () => {
  app = await testApp();
  origin = await app.listen();
  const author = await app.user();
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']) {
    await author.rpc.posts.create.mutate({ title, body: 'text', status: 'published' });
  }
  folder = await mkdtemp(join(tmpdir(), 'portico-venv-'));
  const generator = join(root, 'client/generator/main.ts');
  const own = JSON.parse(read('shared/api/openapi.json'));
  const document = join(folder, 'openapi.json');
  await writeFile(document, JSON.stringify({ ...own, info: { ...own.info, title: 'Acme "Shop"' } }));
  const out = join(folder, 'package');
  await run(process.execPath, [generator, '--from', document, '--lang', 'python', '--out', out]);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await app[Symbol.asyncDispose]();
});

notProven(pythons);
describe.each(pythons)('Python $version', (python) => {
  test('the example runs from the sources', async () => {
    const example = join(packageFolder, 'example/read_posts.py');
    const env = { ...process.env, ...pythonEnv(join(packageFolder, 'src')) };
    const { stdout } = await run(python.program, [example, origin], { env });
    expect(stdout).toMatch(/^Seven, by .*\nSix, .*\nFive, /);
    expect(stdout.trimEnd().split('\n')).toHaveLength(8);
    expect(stdout).toMatch(/There is nothing here \(request [\w-]+\)\n$/);
  });

  test('the package of another backend works in an empty environment', async () => {
    const environment = await install(python);
    const program =
      'from acme_shop_client import Client; import sys; print(len(list(Client(sys.argv[1]).posts.list(limit=3))))';
    const { stdout } = await run(environment, ['-c', program, origin], { cwd: folder, env: {} });
    expect(stdout).toBe('7\n');
  }, 120_000);
});

/** Packs it without a network and installs it into an environment of its own. @returns its Python */
async function install({ program, version }: Python): Promise<string> {
  const place = join(folder, `venv-${version}`);
  const inside = join(place, 'bin/python');
  const source = join(folder, 'package');
  await run(program, ['-m', 'venv', '--without-pip', place]);
  const target = (await run(inside, ['-c', sitePackages])).stdout.trim();
  const options = ['--no-index', '--no-deps', '--no-cache-dir', '--quiet', '--target', target];
  const packed = await run(program, ['-m', 'pip', 'install', ...options, source]).catch((error) => {
    if (!/No module named pip/.test(error.stderr)) throw error;
    return undefined;
  });
  if (!packed) await unpackWheel(program, source, target);
  expect(await readdir(target)).toEqual(
    expect.arrayContaining(['acme_shop_client', 'acme_shop_client-0.1.0.dist-info']),
  );
  return inside;
}

/** What pip does, where there is none. */
async function unpackWheel(program: string, source: string, target: string): Promise<void> {
  const build = `import packing, sys; print(packing.build_wheel(sys.argv[1]))`;
  const env = { ...process.env, ...pythonEnv(join(source, 'packing')) };
  const { stdout } = await run(program, ['-c', build, folder], { env });
  await run(program, ['-m', 'zipfile', '-e', join(folder, stdout.trim()), target]);
}

const sitePackages = 'import sysconfig; print(sysconfig.get_path("purelib"))';
