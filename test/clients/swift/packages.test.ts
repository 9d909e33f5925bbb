/** Packages that `--out` makes of other APIs: they compile, and a package that uses them meets live servers. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import { packagePrinter, writePackage } from '../../../client/generator/commands/package.ts';
import type { Api } from '../../../client/generator/ir.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { documentOf, galleryApi } from '../../client/generator/documents.ts';
import { gallery } from '../../engine/gallery/gallery.ts';
import { testApp } from '../../support/app.ts';
import { printGalleryCalls } from './gallery-calls.ts';
import { newer, older } from './generations.ts';
import { hardNames } from './hard-names.ts';
import { build, buildFolder, findSwift, runInside } from './toolchain/swift-root.ts';

const isAsked = process.env.CLIENTS?.split(',').includes('swift') ?? false;
const swift = isAsked ? await findSwift() : { absent: 'not asked for' };

/** Where the packages lie, as a program inside sees it. */
const inside = '/build/packages';

suite.skipIf('absent' in swift)('packages made by --out', () => {
  const resources = new AsyncDisposableStack();
  let folder: string;
  let calls: ReturnType<typeof printGalleryCalls>;

  beforeAll(async () => {
    if ('absent' in swift) return;
    folder = await buildFolder('packages');
    const packages = join(folder, 'packages');
    await rm(packages, { recursive: true, force: true });
    const apis = {
      gallery: { ...(await galleryApi()), title: 'Gallery' },
      'hard-names': { ...(await apiOf(hardNames)), title: 'Hard Names' },
      yesterday: { ...withoutCode(await apiOf(older), 'conflict'), title: 'Yesterday' },
      today: { ...(await apiOf(newer)), title: 'Today' },
    };
    for (const [name, api] of Object.entries(apis)) {
      await writePackage(api, packagePrinter('swift'), join(packages, name), () => {});
    }
    calls = printGalleryCalls(apis.gallery);
    await writeApp(join(packages, 'app'), calls.text);
    await build(swift, 'packages', `${inside}/app`);
  }, 1_200_000);
  afterAll(() => resources.disposeAsync());

  test('every call of the gallery brings back what it should', async () => {
    const said = await runAgainst(gallery, 'GalleryCalls');
    expect(said.filter((line) => !line.startsWith('ok '))).toEqual([]);
    expect(said.length).toBe(calls.count);
    expect(said.length).toBeGreaterThan(120);
  }, 120_000);

  test('yesterday’s client goes on with today’s server', async () => {
    const said = await runAgainst(newer, 'Generations');
    expect(said.filter((line) => !line.startsWith('ok '))).toEqual([]);
    expect(said.length).toBe(6);
  }, 120_000);

  test('names of the language are said between backticks or otherwise', async () => {
    expect(await runAgainst(hardNames, 'Names')).toEqual(['ok members']);
  }, 120_000);

  async function runAgainst(router: Parameters<typeof documentOf>[0], program: string): Promise<string[]> {
    if ('absent' in swift) throw new Error(swift.absent);
    const app = resources.use(await testApp({}, undefined, router));
    const env = { PORTICO_ORIGIN: await app.listen() };
    return runInside(swift, folder, env, `/build/debug/${program}`);
  }
});

async function apiOf(router: Parameters<typeof documentOf>[0]): Promise<Api> {
  return readApi(await documentOf(router));
}

/** The API of a server that did not know a kind of failure yet. */
function withoutCode(api: Api, code: string): Api {
  const procedures = api.procedures.map((each) => ({
    ...each,
    errors: each.errors.filter((own) => own !== code),
  }));
  return { ...api, procedures, errors: api.errors.filter((each) => each.code !== code) };
}

/** A package that uses all of them; the program for yesterday’s client compiles with today’s as well. */
async function writeApp(folder: string, galleryCalls: string): Promise<void> {
  await cp(join(import.meta.dirname, 'app'), folder, { recursive: true });
  const sources = join(folder, 'Sources');
  await writeFile(join(sources, 'GalleryCalls/Calls.swift'), galleryCalls);
  const program = await readFile(join(sources, 'Generations/Main.swift'), 'utf8');
  await mkdir(join(sources, 'NextGeneration'));
  await writeFile(join(sources, 'NextGeneration/Main.swift'), program.replaceAll('Yesterday', 'Today'));
}
