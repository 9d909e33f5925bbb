/** What the client's types cost: the generated declaration beside `typeof appRouter`. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument } from '../../../client/generator/document.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { typescript } from '../../../client/generator/typescript/typescript.ts';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { root } from '../../support/repository.ts';
import { clientSource, routerSource } from './types-source.ts';

export interface TypesFigure {
  readonly procedures: number;
  readonly from: 'generated' | 'typeof appRouter';
  readonly instantiations: number;
  /** What the type checker itself takes. */
  readonly checkSeconds: number;
}

/** Beside the bench, so that packages are found; its name is ignored by the repository and by other checks. */
const folder = join(import.meta.dirname, '../.data/types');

/** @param counts of procedures */
export async function measureTypes(counts: readonly number[]): Promise<TypesFigure[]> {
  const figures: TypesFigure[] = [];
  try {
    for (const procedures of counts) {
      const place = join(folder, String(procedures));
      await writeSources(place, procedures);
      for (const from of ['generated', 'typeof appRouter'] as const) {
        figures.push({ procedures, from, ...check(place, `use-${from.split(' ')[0]}.ts`) });
      }
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSources(place: string, procedures: number): Promise<void> {
  await mkdir(join(place, 'generated'), { recursive: true });
  const write = (name: string, text: string) => writeFile(join(place, name), text);
  await write('router.ts', routerSource(procedures));
  const { appRouter } = await import(pathToFileURL(join(place, 'router.ts')).href);
  const document = openApiDocument(await describe(appRouter));
  const { 'router.ts': generated = '' } = typescript.files(readApi(parseDocument(JSON.stringify(document))));
  await write('generated/router.ts', generated);
  await write('rpc-error.ts', "export type * from '../../../../../client/src/rpc-error.ts';\n");
  await write('use-generated.ts', clientSource('./generated/router.ts'));
  await write('use-typeof.ts', clientSource('./router.ts'));
}

function check(place: string, file: string): Pick<TypesFigure, 'instantiations' | 'checkSeconds'> {
  const path = join(place, 'tsconfig.json');
  const config = { extends: join(root, 'test/tsconfig.json'), files: [file], include: [] };
  writeFileSync(path, JSON.stringify(config));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const report = execFileSync(process.execPath, [compiler, '-p', path, '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  const read = (name: string) => Number(new RegExp(`${name}:\\s+([\\d.]+)`).exec(report)?.[1]);
  return { instantiations: read('Instantiations'), checkSeconds: read('Check time') };
}
