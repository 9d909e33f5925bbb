import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../../../client/generator/document.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { typescript } from '../../../client/generator/typescript/typescript.ts';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { root } from '../../support/repository.ts';
import { runCompiler } from '../../support/run.ts';
import { gallery } from './gallery.ts';

let folder: string;
beforeAll(async () => {
  // Here the packages that generated code imports are found, and nothing else looks.
  folder = await mkdtemp(join(root, 'test/node_modules/.gallery-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What no document can say, since it is not there while the server runs. */
const lessExact = {
  'outputs.transformed output': 'what a function makes is known to the compiler alone; `.pipe()` names it',
  'rpcOnly.withoutOutput output':
    'there is no schema; what the function answers is known to the compiler alone',
  'values.branded output': 'a brand is a type without a value: nothing of it is left when the server runs',
};

test('the generated declaration says of every procedure what the router says', async () => {
  const generated = join(folder, 'client/generated');
  await mkdir(generated, { recursive: true });
  const document = openApiDocument(await describe(gallery));
  const api = readApi(parseDocument(JSON.stringify(document)));
  for (const [name, text] of Object.entries(typescript.files(api))) {
    await writeFile(join(generated, name), text);
  }
  await copyFile(join(root, 'client/src/rpc-error.ts'), join(folder, 'client/rpc-error.ts'));
  const parts = ['input', 'output', 'errors'];
  const checks = api.procedures.flatMap(({ id }) => parts.map((part) => ({ id, part })));
  await writeFile(join(generated, 'same.ts'), [imports, ...checks.map(comparison)].join('\n'));
  const options = { extends: join(root, 'tsconfig.base.json'), files: ['same.ts'] };
  await writeFile(
    join(generated, 'tsconfig.json'),
    JSON.stringify({ ...options, compilerOptions: { lib: ['esnext', 'dom', 'dom.iterable'] } }),
  );
  const { stdout } = await runCompiler(generated);
  const first = imports.split('\n').length + 1;
  const found = stdout.replace(
    /^\S*same\.ts\((\d+),\d+\): error TS2344: .*(?:\n .*)*/gm,
    (_: string, line: string) => {
      const { id, part } = checks[Number(line) - first] ?? {};
      return id ? `${id} ${part}` : line;
    },
  );
  expect(found.trimEnd().split('\n').toSorted()).toEqual(Object.keys(lessExact));
});

const imports = `
import type { gallery } from '${root}/test/engine/gallery/gallery.ts';
import type { At, Difference } from '${root}/test/support/router-differences.ts';
import type { AppRouter } from './router.ts';
type Generated = AppRouter['_def']['record'];
type Served = (typeof gallery)['_def']['record'];
type Lacks<Found, Part> = Part extends Found ? false : true;
type Yes<Answer extends true> = Answer;`;

function comparison({ id, part }: { id: string; part: string }, index: number): string {
  const path = JSON.stringify(id.split('.'));
  const difference = `Difference<At<Generated, ${path}>, At<Served, ${path}>>`;
  return `export type Check${index} = Yes<Lacks<${difference}, '${part}'>>;`;
}
