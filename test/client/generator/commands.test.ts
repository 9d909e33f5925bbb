import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slug } from '../../../client/generator/commands/package.ts';
import { printers } from '../../../client/generator/printers.ts';
import { root } from '../../support/repository.ts';

const run = promisify(execFile);
const ownDocument = join(root, 'shared/api/openapi.json');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-generate-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the command said, and how it ended. */
async function generate(...args: readonly string[]) {
  const command = [join(root, 'client/generator/main.ts'), ...args];
  return run(process.execPath, command, { cwd: root }).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

/** What the tests change of it. */
interface OwnDocument {
  readonly 'x-rpc': { readonly procedures: object };
  readonly components: object;
}

/** A document in a file: this API's, changed. */
async function documentFile(name: string, change: (document: OwnDocument) => unknown) {
  const path = join(folder, name);
  const document = JSON.parse(await readFile(ownDocument, 'utf8'));
  await writeFile(path, JSON.stringify(change(document) ?? document));
  return path;
}

const toTypeScript = (from: string, out: string) => ['--from', from, '--lang', 'typescript', '--out', out];

describe('pnpm generate', () => {
  it('changes nothing where nothing changed', async () => {
    expect(await generate()).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('a package for another backend', () => {
  it('comes from an address, under the name of its API, and again in its own place', async () => {
    const text = await readFile(
      await documentFile('shop.json', ({ ...document }) => ({
        ...document,
        info: { title: 'Acme Shop', version: '3.2.1' },
      })),
    );
    const server = createServer((_, response) => response.end(text)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.json`;
    const out = join(folder, 'shop');
    const first = await generate(...toTypeScript(address, out));
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('Acme Shop 3.2.1');
    expect(JSON.parse(await readFile(join(out, 'package.json'), 'utf8')).name).toBe('acme-shop');
    expect(await readFile(join(out, 'src/rest/generated/api.ts'), 'utf8')).toContain(
      'portico-client-ts/3.2.1',
    );
    await writeFile(join(out, 'src/stale.ts'), '');
    expect(await generate(...toTypeScript(address, out))).toMatchObject({ code: 0 });
    expect(await readdir(join(out, 'src'))).not.toContain('stale.ts');
    server.close();
  });

  it.each([
    ['Acme Shop!', 'acme-shop'],
    ['Größe & Maß', 'groe-ma'],
    ['../../etc', 'etc'],
    ['日本', 'api'],
    ['3D Store', 'api-3-d-store'],
  ])('%s is called %s', (title, name) => {
    expect(slug(title)).toBe(name);
  });

  it.each(printers.filter(({ template }) => template))('can be had in $language', async (printer) => {
    const from = await documentFile(`${printer.language}.json`, (document) => ({
      ...document,
      info: { title: 'Acme Shop', version: '3.2.1' },
    }));
    const out = join(folder, printer.language);
    const made = await generate('--from', from, '--lang', printer.language, '--out', out);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const files = await readdir(out, { recursive: true });
    expect(files).toEqual(expect.arrayContaining(['README.md', 'portico-client.json']));
    expect(files.filter((path) => /generated\/./i.test(path)).length).toBeGreaterThan(0);
    expect(files.filter((path) => /scenario|\.test\./i.test(path))).toEqual([]);
  });

  it('never takes the place of something else', async () => {
    const out = join(folder, 'mine');
    await mkdir(out);
    await writeFile(join(out, 'diary.txt'), 'dear diary');
    const refused = await generate(...toTypeScript(ownDocument, out));
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('name an empty folder') });
    expect(await readdir(out)).toEqual(['diary.txt']);
    const file = await generate(...toTypeScript(ownDocument, join(out, 'diary.txt')));
    expect(file).toMatchObject({ code: 1, stderr: expect.stringContaining('is a file') });
  });
});

describe('what cannot be done', () => {
  it.each([
    ['a file that is not there', '/no/such/file.json', /^\/no\/such\/file.json cannot be read: ENOENT/],
    ['a file that is no JSON', join(root, 'README.md'), /README.md is not JSON\n$/],
    ['JSON that is no document', join(root, 'package.json'), /package.json is no OpenAPI document\n$/],
  ])('%s', async (_, from, message) => {
    const out = join(folder, 'never');
    const { code, stderr } = await generate(...toTypeScript(from, out));
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
    expect(await readdir(folder)).not.toContain('never');
  });

  it.each([
    [
      'another framework',
      'foreign',
      (document: object) => ({ ...document, 'x-rpc': undefined }),
      'it has no x-rpc extension',
    ],
    [
      'an older OpenAPI',
      'older',
      (document: object) => ({ ...document, openapi: '3.0.3' }),
      'is in OpenAPI 3.0.3',
    ],
    [
      'a newer Portico',
      'newer',
      (document: object) => ({ ...document, 'x-rpc': { form: 9, procedures: {} } }),
      'update this one',
    ],
    [
      'an operation of an unknown kind',
      'kind',
      ({ 'x-rpc': rpc, ...document }: OwnDocument) => ({
        ...document,
        'x-rpc': { ...rpc, procedures: { 'posts.fly': { kind: 'flight', errors: [] } } },
      }),
      'posts.fly: no client knows the kind "flight"',
    ],
    [
      'a route that is not there',
      'route',
      (document: object) => ({ ...document, paths: {} }),
      ': the document has no operation at ',
    ],
    [
      'a schema that is not there',
      'schema',
      ({ components, ...document }: OwnDocument) => ({
        ...document,
        components: { ...components, schemas: {} },
      }),
      'which it does not have',
    ],
  ])('%s', async (_, name, change, message) => {
    const from = await documentFile(`${name}.json`, change);
    const { code, stderr } = await generate(...toTypeScript(from, join(folder, name)));
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
    expect(await readdir(folder)).not.toContain(name);
  });

  it('an address where nobody is, or that answers something else', async () => {
    const server = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.json`;
    const lost = await generate(...toTypeScript(address, join(folder, 'lost')));
    expect(lost).toMatchObject({ code: 1, stderr: `${address} answered 404 Not Found\n` });
    server.close();
    await once(server, 'close');
    const away = await generate(...toTypeScript(address, join(folder, 'away')));
    expect(away).toMatchObject({ code: 1, stderr: `${address} cannot be read: ECONNREFUSED\n` });
  });

  it('words that the command does not know', async () => {
    for (const args of [
      ['--lang', 'cobol', '--from', ownDocument, '--out', folder],
      ['--from', ownDocument],
      ['--fly'],
      ['up'],
    ]) {
      const { code, stderr } = await generate(...args);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^[^\n]+/) });
      expect(stderr).not.toContain('    at ');
    }
  });
});

describe('pnpm generate --check-compat', () => {
  it('names what breaks, and fails', async () => {
    const old = await documentFile('old.json', ({ 'x-rpc': rpc, ...document }) => {
      const burn = { kind: 'mutation', summary: '', access: 'anyone', errors: [] };
      return { ...document, 'x-rpc': { ...rpc, procedures: { ...rpc.procedures, 'posts.burn': burn } } };
    });
    const { code, stdout } = await generate('--check-compat', old);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('- posts.burn: it is gone\n'),
    });
  });

  it('the last commit, and where there is none', async () => {
    expect((await generate('--check-compat')).stdout).toMatch(/HEAD|[0-9a-f]{40}/);
    const copy = join(folder, 'copy');
    for (const part of ['client', 'shared/api', 'package.json']) {
      await cp(join(root, part), join(copy, part), {
        recursive: true,
        filter: (path) => !path.includes('node_modules'),
      });
    }
    const command = [join(copy, 'client/generator/main.ts'), '--check-compat'];
    const { stdout } = await run(process.execPath, command, {
      cwd: copy,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: folder },
    });
    expect(stdout).toBe('Compatibility was not checked: this is no git checkout\n');
  });

  it('a revision that is none', async () => {
    expect(await generate('--check-compat', 'no-such-revision')).toMatchObject({ code: 1 });
  });
});
