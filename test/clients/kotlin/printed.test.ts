/** What the Kotlin printer prints compiles: of odd APIs, of a newer one, in documents, and as a package elsewhere. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import { packagePrinter, writePackage } from '../../../client/generator/commands/package.ts';
import type { Api } from '../../../client/generator/ir.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { filesIn } from '../../../client/generator/write-files.ts';
import { documentOf, galleryApi } from '../../client/generator/documents.ts';
import { people } from '../../client/versions.ts';
import { gallery } from '../../engine/gallery/gallery.ts';
import { testApp } from '../../support/app.ts';
import { read, root } from '../../support/repository.ts';
import { openStage } from '../scenario.ts';
import { compile, compileClient } from './compile.ts';
import { type Kotlin, wantedKotlin } from './compiler.ts';
import { newerDocument } from './newer.ts';
import { odd } from './odd.ts';
import { kotlinSnippets } from './snippets.ts';

const run = promisify(execFile);
const wanted = await wantedKotlin();
const minutes = { timeout: 900_000 };

suite.skipIf(wanted === undefined)('Kotlin', () => {
  const kotlin = wanted as Kotlin;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kotlin-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The sources of an API's package, outside of the repository. */
  async function packageOf(api: Api, title: string): Promise<string> {
    const out = join(folder, title);
    await writePackage({ ...api, title }, packagePrinter('kotlin'), out, () => {});
    return join(out, 'src');
  }

  test('speaks of every odd but legal operation', minutes, async () => {
    const sources = [
      await packageOf(await galleryApi(), 'Gallery'),
      await packageOf(readApi(await documentOf(odd)), 'Odd'),
    ];
    const client = await compile(kotlin, { name: 'odd', sources });
    const program = await compile(kotlin, {
      name: 'gallery',
      sources: [join(root, 'test/clients/kotlin/gallery')],
      classpath: [client],
      isLibrary: false,
    });
    await using app = await testApp({}, undefined, gallery);
    const env = { ...process.env, PORTICO_ORIGIN: await app.listen() };
    const classpath = [program, client, ...kotlin.libraries].join(':');
    const { stdout } = await run(kotlin.java, ['-cp', classpath, 'odd.MainKt'], { env });
    const said = stdout.trim().split('\n');
    expect(said.filter((line) => !line.startsWith('ok '))).toEqual([]);
    expect(said.length).toBeGreaterThan(60);
  });

  test('of yesterday goes on with the server of today', minutes, async () => {
    const sources = [await packageOf(readApi(await documentOf(people(false))), 'Yesterday')];
    const client = await compile(kotlin, { name: 'yesterday', sources });
    const program = await compile(kotlin, {
      name: 'today',
      sources: [join(root, 'test/clients/kotlin/yesterday')],
      classpath: [client],
      isLibrary: false,
    });
    await using app = await testApp({}, undefined, people(true));
    const env = { ...process.env, PORTICO_ORIGIN: await app.listen() };
    const classpath = [program, client, ...kotlin.libraries].join(':');
    const { stdout } = await run(kotlin.java, ['-cp', classpath, 'newer.MainKt'], { env });
    const said = stdout.trim().split('\n');
    expect(said.filter((line) => !line.startsWith('ok '))).toEqual([]);
    expect(said.length).toBe(12);
  });

  test('compiles where documents show it', minutes, async () => {
    const snippets = {
      ...kotlinSnippets(read('client/kotlin/README.md'), 'readme'),
      ...kotlinSnippets(read('docs/guides/call-it-from-android.md'), 'android'),
    };
    expect(Object.keys(snippets).length).toBeGreaterThan(8);
    for (const [path, text] of Object.entries(snippets)) {
      await mkdir(dirname(join(folder, 'snippets', path)), { recursive: true });
      await writeFile(join(folder, 'snippets', path), text);
    }
    const classpath = [await compileClient(kotlin)];
    await compile(kotlin, {
      name: 'snippets',
      sources: [join(folder, 'snippets')],
      classpath,
      isLibrary: false,
    });
  });

  test(
    'of a newer API runs programs that were written for this one, as a package of another name',
    minutes,
    async () => {
      const newer = readApi(await newerDocument());
      expect(newer.errors.map(({ code }) => code)).toContain('brand_new');
      const acmeShop = await packageOf(newer, 'Acme Shop');
      const client = await compile(kotlin, { name: 'acme-shop', sources: [acmeShop] });
      const sources = join(folder, 'programs');
      await cp(join(root, 'test/clients/kotlin/program'), join(sources, 'scenario'), { recursive: true });
      await cp(join(root, 'client/kotlin/example/src'), join(sources, 'example'), { recursive: true });
      for (const path of await filesIn(sources)) {
        const text = await readFile(path, 'utf8');
        await writeFile(
          path,
          text.replaceAll('PorticoClient', 'AcmeShopClient').replaceAll('portico.', 'acmeshop.'),
        );
      }
      const program = await compile(kotlin, {
        name: 'programs',
        sources: [sources],
        classpath: [client],
        isLibrary: false,
      });
      await using stage = await openStage();
      await register(stage.server, 'ada', 'correct horse battery');
      const classpath = [program, client, ...kotlin.libraries].join(':');
      const args = [
        '-cp',
        classpath,
        'example.MainKt',
        `${stage.server}/api`,
        'ada',
        'correct horse battery',
      ];
      const { stdout } = await run(kotlin.java, args, { cwd: folder });
      expect(stdout).toMatch(/^from-kotlin\S*, written at \d{4}-\S+Z\n- From Kotlin \(published\)\n$/);
    },
  );
});

async function register(server: string, username: string, password: string): Promise<void> {
  const answer = await fetch(`${server}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, email: `${username}@example.com`, password }),
  });
  expect(answer.status).toBe(201);
}
