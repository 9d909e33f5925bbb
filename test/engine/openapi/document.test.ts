import { expect, it, describe as suite } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { FileOutput } from '../../../server/src/engine/operations/outputs.ts';
import {
  admin,
  fails,
  publicProcedure,
  router,
  signedIn,
} from '../../../server/src/engine/procedure/procedure.ts';

const Money = z.object({ amount: z.int(), currency: z.string().default('EUR') }).meta({ id: 'DocMoney' });
const Size = z.object({ width: z.int() }).meta({ id: 'DocSize' });
const Item = z
  .object({ id: z.uuid(), price: Money, size: Size, version: z.int(), addedAt: z.date() })
  .meta({ id: 'DocItem', description: 'A thing' });

const unused = (): never => {
  throw new Error('described, never called');
};

const items = router({
  list: publicProcedure
    .meta({ rest: 'GET /items', summary: 'List items' })
    .input(
      z.object({
        cursor: z.string().optional(),
        tag: z.array(z.string()).optional(),
        size: Size.optional(),
      }),
    )
    .output(z.object({ items: z.array(Item), nextCursor: z.string().nullable() }))
    .query(unused),
  create: signedIn
    .meta({ rest: 'POST /items', summary: 'Add an item', created: '/items/{id}' })
    .input(z.object({ price: Money, size: Size }))
    .output(Item)
    .mutation(unused),
  update: signedIn
    .concat(fails('not_found', 'version_conflict'))
    .meta({ rest: 'PUT /items/{id}', summary: 'Change an item', limit: { calls: 5, seconds: 60 } })
    .input(z.object({ id: z.uuid(), price: Money.optional(), version: z.int() }))
    .output(Item)
    .mutation(unused),
  remove: admin
    .concat(fails('not_found'))
    .meta({ rest: 'DELETE /items/{id}', summary: 'Remove an item' })
    .input(z.object({ id: z.uuid() }))
    .output(z.void())
    .mutation(unused),
  picture: publicProcedure
    .meta({ rest: 'GET /items/{id}/picture', summary: 'Show an item' })
    .input(z.object({ id: z.uuid() }))
    .output(FileOutput)
    .query(unused),
  hidden: publicProcedure
    .meta({ summary: 'Count items' })
    .input(z.object({ since: z.date() }).optional())
    .output(z.bigint())
    .query(unused),
});

const document = openApiDocument(await describe(router({ items })), { title: 'Test', version: '1.2.3' });
const { schemas, responses } = document.components;

function operation(method: string, path: string) {
  const found = document.paths[path]?.[method];
  if (!found) throw new Error(`${method} ${path} is not in the document`);
  return found;
}

suite('parameters', () => {
  it('those in the path are required, the rest of a GET comes in the query', () => {
    expect(operation('get', '/items/{id}/picture').parameters?.[0]).toMatchObject({
      name: 'id',
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    });
    expect(operation('get', '/items').parameters?.map(({ name, in: place }) => `${place} ${name}`)).toEqual([
      'query cursor',
      'query tag',
      'query size',
      'header If-None-Match',
    ]);
  });

  it('a list repeats its name, an object names its keys', () => {
    const [, tag, size] = operation('get', '/items').parameters ?? [];
    expect(tag).toMatchObject({ style: 'form', explode: true });
    expect(size).toMatchObject({ style: 'deepObject', explode: true });
  });

  it('a version may come in If-Match, so the body need not have it', () => {
    expect(operation('put', '/items/{id}').parameters?.map(({ name }) => name)).toEqual(['id', 'If-Match']);
    expect(schemas.ItemsUpdateBody?.required).toBeUndefined();
    expect(Object.keys(schemas.ItemsUpdateBody?.properties ?? {})).toEqual(['price', 'version']);
  });
});

suite('bodies', () => {
  it('each content type refers to one named schema', () => {
    const { content, required } = operation('post', '/items').requestBody ?? {};
    expect(required).toBe(true);
    expect(Object.keys(content ?? {})).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ]);
    for (const { schema } of Object.values(content ?? {})) {
      expect(schema).toEqual({ $ref: '#/components/schemas/ItemsCreateBody' });
    }
  });

  it('a form names the keys of nested objects', () => {
    const form = operation('post', '/items').requestBody?.content['application/x-www-form-urlencoded'];
    expect(form?.encoding?.price).toEqual({ style: 'deepObject', explode: true });
  });
});

suite('components', () => {
  it('a schema that reads the same on both sides exists once', () => {
    expect(schemas.ItemsCreateBody?.properties?.size).toEqual({ $ref: '#/components/schemas/DocSize' });
    expect(schemas).not.toHaveProperty('DocSizeInput');
  });

  it('one with a default has a variant for input, and only the input refers to it', () => {
    expect(schemas.DocMoney?.required).toEqual(['amount', 'currency']);
    expect(schemas.DocMoneyInput?.required).toEqual(['amount']);
    expect(schemas.ItemsCreateBody?.properties?.price).toEqual({
      $ref: '#/components/schemas/DocMoneyInput',
    });
    expect(schemas.DocItem?.properties?.price).toEqual({ $ref: '#/components/schemas/DocMoney' });
  });

  it('two different schemas under one name stop the start', async () => {
    const clash = router({
      items: router({
        create: publicProcedure
          .meta({ rest: 'POST /clash', summary: 'Clash' })
          .input(z.object({ a: z.string() }))
          .output(z.object({ b: z.string() }).meta({ id: 'ItemsCreateBody' }))
          .mutation(unused),
      }),
    });
    const operations = await describe(clash);
    expect(() => openApiDocument(operations)).toThrow('ItemsCreateBody');
  });
});

suite('responses', () => {
  it('a created resource answers 201 with its address', () => {
    expect(operation('post', '/items').responses['201']).toMatchObject({
      headers: { Location: { $ref: '#/components/headers/Location' } },
    });
  });

  it('a list links to its next page', () => {
    expect(operation('get', '/items').responses['200']).toHaveProperty('headers.Link');
    expect(operation('get', '/items')['x-pagination']).toEqual({
      cursor: 'cursor',
      items: 'items',
      next: 'nextCursor',
    });
  });

  it('a file comes whole, in part, or not again', () => {
    const statuses = Object.keys(operation('get', '/items/{id}/picture').responses);
    expect(statuses).toEqual(expect.arrayContaining(['200', '206', '304', '416']));
  });

  it('every declared error is a problem with its code', () => {
    expect(operation('put', '/items/{id}').responses['412']).toEqual({
      $ref: '#/components/responses/version_conflict',
    });
    expect(responses.version_conflict?.content?.['application/problem+json']?.schema).toEqual({
      $ref: '#/components/schemas/VersionConflictProblem',
    });
    expect(schemas.VersionConflictProblem?.allOf?.[1]?.properties?.code).toEqual({
      type: 'string',
      const: 'version_conflict',
    });
  });
});

suite('access', () => {
  it.each([
    ['anyone', 'get', '/items', []],
    ['a user', 'post', '/items', [{ session: [] }, { bearer: ['all'] }]],
    ['an administrator', 'delete', '/items/{id}', [{ session: ['admin'] }, { bearer: ['admin', 'all'] }]],
  ] as const)('%s', (_who, method, path, security) => {
    expect(operation(method, path).security).toEqual(security);
  });
});

suite('x-rpc', () => {
  const { procedures } = document['x-rpc'];

  it('holds every operation, those without a route too', () => {
    expect(Object.keys(procedures)).toHaveLength(6);
    expect(procedures['items.hidden']).toMatchObject({
      kind: 'query',
      inputOptional: true,
      input: { properties: { since: { 'x-type': 'date' } } },
      output: { 'x-type': 'bigint' },
    });
  });

  it('has the whole input, path parameters and version included', () => {
    expect(procedures['items.update']?.input?.required).toEqual(['id', 'version']);
  });

  it('a file is its path', () => {
    expect(procedures['items.picture']?.output).toMatchObject({ type: 'string' });
  });
});

it('the same operations give the same bytes', async () => {
  const again = openApiDocument(await describe(router({ items })), { title: 'Test', version: '1.2.3' });
  expect(JSON.stringify(again)).toBe(JSON.stringify(document));
});
