import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument, OperationObject } from '../../../server/src/engine/openapi/openapi.ts';
import { root } from '../../support/repository.ts';

const run = promisify(execFile);

/** Two compilers work on it, on machines that have other things to do. */
const longestMs = 180_000;

const text = await readFile(join(root, 'shared/api/openapi.json'), 'utf8');

let folder: string;
beforeAll(async () => {
  // Here the packages that the checked file imports are found, and nothing else looks.
  folder = await mkdtemp(join(root, 'test/node_modules/.agreement-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Operations of which the types of our client and those of another generator disagree. */
async function disagreements(document: OpenApiDocument): Promise<string[]> {
  const theirs = await openapiTS(document as unknown as OpenAPI3, {
    silent: true,
    defaultNonNullable: false,
  });
  await writeFile(join(folder, 'theirs.ts'), astToString(theirs));
  const checks = operationsOf(document).flatMap((operation) => checksOf(document, operation));
  await writeFile(join(folder, 'check.ts'), [...imports, ...checks].join('\n'));
  const compilerOptions = {
    noEmit: true,
    exactOptionalPropertyTypes: false,
    types: [],
    lib: ['esnext', 'dom', 'dom.iterable'],
  };
  const project = { extends: join(root, 'tsconfig.base.json'), compilerOptions, files: ['check.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error) => error);
  const lines = stdout.split('\n').filter((line: string) => /error TS/.test(line));
  return lines.map((line: string) => {
    const [, number] = /check\.ts\((\d+),/.exec(line) ?? [];
    return number ? (checksAndImports(checks)[Number(number) - 1] ?? line).replace(/^.*\/\/ /, '') : line;
  });
}

const imports = [
  "import type { Api } from '@portico/client/rest';",
  `import { type Accept, type Agree, check, type InputOf, type OutputOf, type Part, type Wire } from '${join(import.meta.dirname, 'agreement.ts')}';`,
  "import type { operations } from './theirs.ts';",
];

const checksAndImports = (checks: readonly string[]) => [...imports, ...checks];

function operationsOf({ paths }: OpenApiDocument): OperationObject[] {
  return Object.values(paths).flatMap((item) => Object.values(item));
}

/** A line for the input and one for the output, each ending with the operation's id. */
function checksOf(
  { 'x-rpc': rpc }: OpenApiDocument,
  { operationId: id, responses, requestBody }: OperationObject,
): string[] {
  const ours = `Api${id
    .split('.')
    .map((part) => `['${part}']`)
    .join('')}`;
  const theirs = `operations['${id}']`;
  const answered = Object.entries(responses).find(
    ([, response]) => 'content' in response && response.content?.['application/json'],
  );
  const [type] = Object.keys(requestBody?.content ?? {});
  const parts = [
    `Part<${theirs}['parameters'], 'path'>`,
    `Part<${theirs}['parameters'], 'query'>`,
    ...(type ? [`NonNullable<${theirs}['requestBody']>['content']['${type}']`] : []),
  ];
  return [
    ...(rpc.procedures[id]?.input
      ? [`check<Accept<Wire<InputOf<${ours}>>, ${parts.join(' & ')}>>(); // ${id}`]
      : []),
    ...(answered
      ? [
          `check<Agree<Wire<OutputOf<${ours}>>, ${theirs}['responses'][${answered[0]}]['content']['application/json']>>(); // ${id}`,
        ]
      : []),
  ];
}

describe('the types that openapi-typescript makes of the document', () => {
  it(
    'agree with those of the REST client',
    async () => {
      const document: OpenApiDocument = JSON.parse(text);
      expect(operationsOf(document).length).toBeGreaterThan(30);
      expect(await disagreements(document)).toEqual([]);
    },
    longestMs,
  );

  it(
    'would disagree where a field had another name',
    async () => {
      const renamed: OpenApiDocument = JSON.parse(text.replaceAll('"excerpt"', '"summary"'));
      expect(await disagreements(renamed)).toEqual(expect.arrayContaining(['posts.get', 'posts.list']));
    },
    longestMs,
  );
});
