import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nominal } from '../../../client/generator/nominal/nominal.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { typescriptRest } from '../../../client/generator/typescript/rest/rest.ts';
import { describeTables } from '../../../client/generator/typescript/rest/tables.ts';
import { typescript } from '../../../client/generator/typescript/typescript.ts';
import { createApi } from '../../../client/src/rest/client.ts';
import { root } from '../../support/repository.ts';
import { ownApi } from './documents.ts';
import { oddDocument } from './odd-document.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  // Here the packages that generated code imports are found, and nothing else looks.
  folder = await mkdtemp(join(root, 'test/node_modules/.odd-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>, generated: string): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, generated, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

describe('odd names and schemas', () => {
  it('make clients that compile', async () => {
    const api = readApi(oddDocument());
    await cp(join(root, 'client/src'), join(folder, 'src'), { recursive: true });
    await write(typescript.files(api), 'src/generated');
    await write(typescriptRest.files(api), 'src/rest/generated');
    const options = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { types: [], lib: ['esnext', 'dom', 'dom.iterable'] },
      files: ['src/generated/router.ts', 'src/rest.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(options));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error) => error);
    expect(stdout).toBe('');
  });

  it('are called, sent and read as they are', async () => {
    const at = '2024-02-29T12:34:56.789Z';
    const sent: string[] = [];
    const text = `{ "fields": { "__proto__": "${at}", "union": { "b": "${at}" } }, "Tree": { "children": [] } }`;
    const api = createApi(describeTables(nominal(readApi(oddDocument()))), {
      url: 'http://127.0.0.1',
      fetch: async (url, { body }) => {
        sent.push(`${url} ${body}`);
        return new Response(text, { headers: { 'content-type': 'application/json' } });
      },
    });
    const call = Reflect.get(Reflect.get(api, '__proto__'), 'toString');
    const answered = await call({ 'a b': 'c', 名前: new Date(at) });
    expect(sent).toEqual([`http://127.0.0.1/odd/2 {"a b":"c","名前":"${at}"}`]);
    const { value } = Object.getOwnPropertyDescriptor(answered.fields, '__proto__') ?? {};
    expect([value, answered.fields.union.b]).toEqual([new Date(at), new Date(at)]);
  });
});

it('3,000 operations are read and printed in less than 30 seconds of a processor', async () => {
  const own = await ownApi();
  const copies = Math.ceil(3_000 / own.procedures.length);
  const procedures = Array.from({ length: copies }, (_, copy) =>
    own.procedures.map((procedure) => ({
      ...procedure,
      id: `v${copy}.${procedure.id}`,
      name: `V${copy}${procedure.name}`,
    })),
  ).flat();
  const begun = process.cpuUsage();
  for (const printer of [typescript, typescriptRest]) {
    expect(Object.values(printer.files({ ...own, procedures })).join('').length).toBeGreaterThan(1_000_000);
  }
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1e6).toBeLessThan(30);
});
