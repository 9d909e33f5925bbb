/** A document whose names and schemas are legal and as odd as they can be. */
import type { ApiDocument, Schema } from '../../../client/generator/document.ts';

const text: Schema = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});

/** Levels of an object in an object. */
function deep(levels: number): Schema {
  return levels === 0 ? { type: 'string', 'x-type': 'date' } : object({ inner: deep(levels - 1) });
}

/** Models that languages, printers and runtimes have names like, and two of one name in Pascal case. */
const models: Record<string, Schema> = {
  ...Object.fromEntries(
    ['class', 'Always', 'Date', 'Api', 'Record', 'Operation', 'string', 'Post.Summary', 'post-summary'].map(
      (name) => [name, object({ name: text })],
    ),
  ),
  PostSummary: object({ at: { type: 'string', 'x-type': 'date' } }),
  Tree: object({ value: text, children: { type: 'array', items: ref('Tree') } }),
  Json: { anyOf: [text, { type: 'null' }, { type: 'array', items: ref('Json') }] },
  Loop: { type: 'array', items: ref('Loop') },
  Nothing: { enum: [] },
};

const fields = object(
  {
    class: text,
    'a b': text,
    'it\'s "quoted"\\': text,
    名前: { ...text, description: 'ends here */ or there' },
    constructor: { type: 'integer' },
    '': text,
    union: {
      anyOf: [object({ a: text }), object({ b: { type: 'string', 'x-type': 'date' } }), { type: 'number' }],
    },
    deep: deep(200),
    future: { type: 'string', 'x-type': 'something-newer' },
  },
  ['class', 'a b'],
);
// In a literal `__proto__` would be the prototype.
Object.defineProperty(fields.properties, '__proto__', {
  value: { type: 'string', 'x-type': 'date' },
  enumerable: true,
});

const ids = [
  'class.delete',
  'a b.größe',
  '__proto__.toString',
  'x.kebab-case',
  'x.kebab_case',
  'x.kebabCase',
  'alone',
];

/** One operation an id: it takes the odd fields, and answers every model. */
export function oddDocument(): ApiDocument {
  const output = object({
    ...Object.fromEntries(Object.keys(models).map((name) => [name, ref(name)])),
    fields,
  });
  const routed = ids.map((id, index) => [id, `/odd/${index}`] as const);
  return {
    info: { title: 'Odd */ API\n', version: '1.0.0\'"' },
    servers: [{ url: '/api' }],
    components: { schemas: models },
    paths: Object.fromEntries(
      routed.map(([id, path]) => [
        path,
        {
          post: {
            operationId: id,
            requestBody: { content: { 'application/json': {} } },
            responses: { 200: { content: { 'application/json': {} } } },
          },
        },
      ]),
    ),
    'x-rpc': {
      procedures: Object.fromEntries(
        routed.map(([id, path]) => [
          id,
          {
            kind: 'mutation' as const,
            summary: `Odd */ ${id}`,
            rest: `POST ${path}`,
            access: 'anyone',
            input: fields,
            output,
            errors: ['not_found'],
          },
        ]),
      ),
    },
  };
}
