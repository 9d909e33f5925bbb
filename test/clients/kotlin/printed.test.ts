/** What the Kotlin printer prints compiles: of odd APIs, of a newer one, and as a package elsewhere. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe as suite, test } from 'vitest';
import { packagePrinter, writePackage } from '../../../client/generator/commands/package.ts';
import type { Api } from '../../../client/generator/ir.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { documentOf, galleryApi } from '../../client/generator/documents.ts';
import { compile } from './compile.ts';
import { wantedKotlin } from './compiler.ts';
import { odd } from './odd.ts';

const kotlin = await wantedKotlin();
const minutes = 600_000;

suite.skipIf(kotlin === undefined)('Kotlin', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kotlin-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The package of an API. */
  async function packageOf(api: Api, title: string): Promise<string> {
    const out = join(folder, title);
    await writePackage({ ...api, title }, packagePrinter('kotlin'), out, () => {});
    return join(out, 'src');
  }

  test(
    'compiles for every odd but legal operation, and for names that have other uses',
    async () => {
      const sources = [
        await packageOf(await galleryApi(), 'Gallery'),
        await packageOf(readApi(await documentOf(odd)), 'Odd'),
      ];
      if (kotlin) await compile(kotlin, { name: 'odd', sources });
    },
    minutes,
  );
});
