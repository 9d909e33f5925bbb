import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../client/generator/ir.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { findPythons, pythonEnv } from '../../support/python.ts';
import { answering, documentOf } from '../generator/documents.ts';
import { type PythonPackage, pythonPackage } from './packages.ts';
import { complaints } from './pyright.ts';

const run = promisify(execFile);
const pythons = await findPythons();

/** Words of Python, of the modules that generated code uses, of the runtime, and of each other. */
const words = [
  ...['class', 'None', 'def', 'lambda', 'async', 'self', 'print', 'id', 'type', 'list', 'dict', 'str', 'int'],
  ...['float', 'bool', 'bytes', 'set', 'tuple', 'object', 'property', 'cached_property', 'datetime', 'field'],
  ...[
    'models',
    'errors',
    'extra',
    'to_json',
    'from_json',
    'Any',
    'Union',
    'Optional',
    'Unset',
    'UNSET',
    'File',
  ],
  ...[
    'fooBar',
    'foo_bar',
    'foo-bar',
    'FooBar',
    'ﬁsh',
    'fish',
    '2fast',
    '$',
    '__init__',
    '__class__',
    'größe',
  ],
  ...['nullable', 'union', 'tagged', 'lazy', 'list_of', 'TEXT', 'caller', '_caller', 'close', 'base_path'],
  ...['with_options', 'credentials', 'root', 'groups', '"""', 'a\\', "it's", 'new\nline', '\u202eevil'],
];

const modelNames = [
  'Union',
  'Model',
  'Dict',
  'None',
  'Unknown',
  'Literal',
  'List',
  'Page',
  'dataclass',
  'str',
];

function oddApi(): Promise<Api> {
  const fields = Object.fromEntries(words.map((word) => [word, z.date().optional()]));
  const models = modelNames.map(
    (id): z.ZodType =>
      z.object({ [id]: z.array(z.string()), self: z.string() }).meta({ id, description: `A "${id}" \\ """` }),
  );
  const Named = z.object({
    ...fields,
    none: z.enum([]).optional(),
    models: z.tuple(models as [z.ZodType, ...z.ZodType[]]),
  });
  const path = (index: number) => `GET /odd/${index}` as const;
  const procedure = (index: number) =>
    publicProcedure
      .meta({ rest: path(index), summary: `Says """ and ends in \\` })
      .input(z.object({ self: z.date().optional(), models: z.string() }))
      .output(z.int())
      .query(() => undefined as never);
  const everything = publicProcedure
    .meta({ rest: path(6000), summary: 'Takes and answers everything' })
    .input(z.object(fields))
    .output(Named)
    .query(() => undefined as never);
  const isKey = (word: string) => !word.includes('.') && word !== '__proto__' && word !== 'then';
  const keys = words.filter(isKey);
  const inner = router(Object.fromEntries(keys.map((word, index) => [word, procedure(index)])));
  const groups = keys.map((word, index) => [
    word,
    router({ one: procedure(1000 + index), [word]: router({ two: procedure(2000 + index) }) }),
  ]);
  const root = router({
    ...Object.fromEntries(groups),
    inner,
    rootOperation: procedure(5000),
    everything,
  });
  return documentOf(root).then((document) => readApi(document));
}

async function deepApi(): Promise<Api> {
  let deep: z.ZodType = z.object({ leaf: z.date() });
  for (let level = 0; level < 60; level += 1) deep = z.object({ branch: z.array(deep) });
  return answering(deep);
}

/** Imports everything, and makes every group. */
const program = `
import importlib, pkgutil, portico_client, portico_client.generated as generated
found = [importlib.import_module(m.name) for m in pkgutil.walk_packages(generated.__path__, generated.__name__ + ".")]
client = portico_client.Client("http://127.0.0.1:9")
groups = [getattr(client, name) for name in dir(type(client)) if not name.startswith("_") and "Operations" in str(getattr(type(client), name, ""))]
for name in generated.models.__all__:
    codec = getattr(getattr(portico_client.models, name), "__codec__", None)
    if codec: codec._known()
for module in found:
    for value in vars(module).values():
        if type(value).__name__ == "Operation": value.arguments(), value.output()
print(len(found))
`;

describe.each([
  ['names that mean something to Python', oddApi],
  ['schemas of sixty levels', deepApi],
] as const)('%s', (_, read) => {
  test('are written so that pyright has no complaint, and every Python imports them', async () => {
    await using made: PythonPackage = await pythonPackage(await read());
    expect(await complaints(join(made.sources, '..'), ['src'])).toEqual([]);
    for (const python of pythons) {
      const env = { ...process.env, ...pythonEnv(made.sources) };
      const { stdout } = await run(python.program, ['-c', program], { env });
      expect(Number(stdout)).toBeGreaterThan(4);
    }
  }, 180_000);
});
