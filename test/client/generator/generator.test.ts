import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../client/generator/document.ts';
import { printers } from '../../../client/generator/printers.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { readType } from '../../../client/generator/read-type.ts';
import { typeExpression } from '../../../client/generator/typescript/types.ts';
import { describeApi } from '../../../server/src/description.ts';

const packages = join(import.meta.dirname, '../../../client');

describe.each(printers)('the generated part of the $language client', (printer) => {
  const folder = join(packages, printer.package, printer.generated);

  it('is what the router says now (else: pnpm generate)', async () => {
    const files = await describeApi();
    const fresh = printer.files(readApi(parseDocument(files['openapi.json'] ?? '')));
    for (const [name, text] of Object.entries(fresh)) {
      expect(await readFile(join(folder, name), 'utf8'), name).toBe(text);
    }
    const present = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = present
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('__pycache__'))
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    expect(names.toSorted()).toEqual(Object.keys(fresh).toSorted());
  });
});

describe('types', () => {
  it.each([
    ['string', { type: 'string', format: 'uuid' }],
    ['number', { type: 'integer' }],
    ['Date', { type: 'string', 'x-type': 'date' }],
    ['bigint', { type: 'string', 'x-type': 'bigint' }],
    ['globalThis.File', { type: 'string', format: 'binary', 'x-type': 'file' }],
    ['Set<Date>', { type: 'array', items: { 'x-type': 'date' }, 'x-type': 'set' }],
    [
      'Map<string, Post>',
      {
        type: 'array',
        items: { prefixItems: [{ type: 'string' }, { $ref: '#/components/schemas/Post' }] },
        'x-type': 'map',
      },
    ],
    ["('a' | 'b')[]", { type: 'array', items: { enum: ['a', 'b'] } }],
    ['Post | null', { anyOf: [{ $ref: '#/components/schemas/Post' }, { type: 'null' }] }],
    ['string | null', { type: ['string', 'null'] }],
    ["'it\\'s'", { const: "it's" }],
    ['{ [key: string]: number }', { type: 'object', additionalProperties: { type: 'number' } }],
    [
      "Partial<Record<'a' | 'b', number>>",
      { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'number' } },
    ],
    [
      '[string, number?, ...boolean[]]',
      {
        type: 'array',
        prefixItems: [{ type: 'string' }, { type: 'number' }],
        minItems: 1,
        items: { type: 'boolean' },
      },
    ],
    ['unknown', {}],
    ['undefined', { 'x-type': 'undefined' }],
    ['unknown', { type: 'number', 'x-coerced': true }],
    ['5n', { type: 'string', const: '5', 'x-type': 'bigint' }],
    ['(5n | -6n)[]', { type: 'array', items: { type: 'string', enum: ['5', '-6'], 'x-type': 'bigint' } }],
    ['bigint', { type: 'string', const: '5n; declare const evil: 1', 'x-type': 'bigint' }],
    ['string', { type: 'string', 'x-template': ['at ', { type: 'string', 'x-type': 'date' }] }],
  ])('%s', (expected, schema) => {
    expect(typeExpression(readType(schema))).toBe(expected);
  });

  it.each([
    ["`v@{number}.@{'alpha' | 'beta'}`", ['v', { type: 'integer' }, '.', { enum: ['alpha', 'beta'] }]],
    ['`\\`\\@{\\\\\\r@{string | null}`', ['`', '$', '{\\\r', { type: ['string', 'null'] }]],
  ])('a template %s, with @ for $', (expected, parts) => {
    const type = readType({ type: 'string', 'x-template': parts });
    expect(typeExpression(type).replaceAll('$', '@')).toBe(expected);
  });

  it('a field has its description, its default, and a quoted name where it must', () => {
    const schema = {
      type: 'object',
      properties: { 'x-y': { type: 'integer', description: 'How many */', default: 1 } },
    };
    expect(typeExpression(readType(schema))).toBe(
      "{\n  /** How many *\\/ (default `1`) */\n  'x-y'?: number | undefined;\n}",
    );
  });
});

describe('documents', () => {
  it('one without x-rpc is refused in a sentence', () => {
    expect(() => parseDocument('{"openapi":"3.1.0","components":{}}')).toThrow('x-rpc');
  });

  it('models reached only through others are declared, unused ones are not', () => {
    const api = readApi({
      info: { title: 'T', version: '1' },
      components: {
        schemas: {
          A: { type: 'object', properties: { b: { $ref: '#/components/schemas/B' } } },
          B: { type: 'object', properties: { a: { $ref: '#/components/schemas/A' } } },
          Unused: { type: 'string' },
        },
      },
      'x-rpc': {
        procedures: {
          a: {
            kind: 'query',
            summary: '',
            access: 'anyone',
            output: { $ref: '#/components/schemas/A' },
            errors: [],
          },
        },
      },
    });
    expect(api.models.map(({ name }) => name)).toEqual(['A', 'B']);
  });
});
