import { form } from '@portico/shared/form';
import { stream } from '@portico/shared/stream';
import { type AnyProcedure, initTRPC, lazy } from '@trpc/server';
import { expect, describe as suite, test } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { FileOutput } from '../../../server/src/engine/operations/outputs.ts';
import type { Meta } from '../../../server/src/engine/procedure/meta.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

const Id = z.object({ id: z.uuid() });
const unused = (): never => {
  throw new Error('described, never called');
};
const at = (rest: string, meta: Meta = {}) =>
  publicProcedure.meta({ ...meta, rest: rest as NonNullable<Meta['rest']> });
const plain = publicProcedure;
const untyped = initTRPC.create();

/** What stops the start, by what is wrong. */
const refused = {
  'a path parameter that the input does not have': [
    at('GET /things/{slug}').input(Id).output(Id).query(unused),
    'the path names {slug}, which is not in the input',
  ],
  'a path parameter without any input': [
    at('GET /things/{id}').output(Id).query(unused),
    'the path names {id}, which is not in the input',
  ],
  'a path parameter with parts': [
    at('GET /things/{id}')
      .input(z.object({ id: z.object({ a: z.string() }) }))
      .output(Id)
      .query(unused),
    '{id} has parts, so no path can hold it',
  ],
  'a path parameter named twice': [
    at('GET /things/{id}/{id}').input(Id).output(Id).query(unused),
    '/things/{id}/{id} names {id} twice',
  ],
  'two parameters side by side': [
    at('GET /things/{a}{b}')
      .input(z.object({ a: z.string(), b: z.string() }))
      .output(Id)
      .query(unused),
    'in /things/{a}{b} nothing tells two parameters apart',
  ],
  'a path that leads upwards': [
    at('GET /things/../others').output(Id).query(unused),
    '/things/../others leads upwards, so a client asks for another address',
  ],
  'a run that is to take for ever': [
    at('GET /things', { timeoutMs: Number.POSITIVE_INFINITY }).output(Id).query(unused),
    'meta.timeoutMs is Infinity, but it is a whole number from 1 to 2147483647',
  ],
  'a run longer than a timer waits': [
    at('GET /things', { timeoutMs: 30 * 24 * 60 * 60 * 1000 })
      .output(Id)
      .query(unused),
    'meta.timeoutMs is 2592000000, but it is a whole number from 1 to 2147483647',
  ],
  'a body of no size': [
    at('POST /things', { maxBytes: 0 }).input(Id).output(Id).mutation(unused),
    'meta.maxBytes is 0, but it is a whole number from 1 to 9007199254740991',
  ],
  'a limit that lets nobody in': [
    at('GET /things', { limit: { calls: 0, seconds: 60 } })
      .output(Id)
      .query(unused),
    'meta.limit.calls is 0, but it is a whole number from 1 to 9007199254740991',
  ],
  'a file in JSON': [
    at('GET /things')
      .output(z.object({ picture: z.file() }))
      .query(unused),
    'JSON holds no file; what answers one declares FileOutput',
  ],
  'a file that may be absent': [
    at('GET /things').output(FileOutput.optional()).query(unused),
    'a file, a page, a redirect and a stream are whole outputs, no part of another',
  ],
  'a stream in an object': [
    plain.output(z.object({ items: stream(Id) })).query(unused),
    'a file, a page, a redirect and a stream are whole outputs, no part of another',
  ],
  'the address of the document': [
    at('GET /openapi.json').output(Id).query(unused),
    '/openapi.json is where the documentation is served',
  ],
  'an address among the documentation': [
    at('GET /docs/{id}').input(Id).output(Id).query(unused),
    '/docs/{id} is where the documentation is served',
  ],
  'a query that is no GET': [
    at('POST /things').output(Id).query(unused),
    'a query is a GET, but meta.rest says POST',
  ],
  'a mutation that is a GET': [
    at('GET /things').output(Id).mutation(unused),
    'a mutation changes something, so it cannot be a GET',
  ],
  'a file in a DELETE': [
    at('DELETE /things')
      .input(z.object({ file: z.file() }))
      .output(z.void())
      .mutation(unused),
    'a file comes in a body, and a DELETE has none',
  ],
  'a file deep in a GET': [
    at('GET /things')
      .input(z.object({ a: z.array(z.object({ b: z.file().nullish() })) }))
      .output(Id)
      .query(unused),
    'a file comes in a body, and a GET has none',
  ],
  'a file in a query of RPC': [
    plain.input(z.object({ file: z.file() })).query(unused),
    'a file comes in a body, and a query has none',
  ],
  'a strict input in a chain': [
    plain
      .input(Id)
      .input(z.strictObject({ a: z.string() }))
      .query(unused),
    'a chained input sees the whole input, so it cannot be strict',
  ],
  'a chained input that is no object': [
    plain
      .input(Id)
      .input(z.record(z.string(), z.string()) as never)
      .query(unused),
    'chained inputs must all be objects',
  ],
  'a form in a chain': [
    at('POST /things')
      .input(Id)
      .input(form(z.object({ file: z.file() })))
      .output(Id)
      .mutation(unused),
    'a form is read as a whole, so it cannot be chained',
  ],
  'an input that is no object': [
    at('POST /things').input(z.array(z.string())).output(Id).mutation(unused),
    'a REST operation takes an object as input',
  ],
  'a route without an output': [
    at('GET /things').query(unused),
    'a REST operation declares its output; z.void() for none',
  ],
  'a route without a method': [
    at('/things').output(Id).query(unused),
    'meta.rest is "/things"; it reads "PUT /posts/{id}"',
  ],
  'a method that is none': [
    at('FETCH /things').output(Id).query(unused),
    'meta.rest is "FETCH /things"; it reads',
  ],
  'a path with a query': [
    at('GET /things?a=b').output(Id).query(unused),
    'meta.rest is "GET /things?a=b"; it reads',
  ],
  'a path with a wildcard': [
    at('GET /things/*').output(Id).query(unused),
    'meta.rest is "GET /things/*"; it reads',
  ],
  'a path with a pattern': [
    at('GET /things/{id}(\\d+)').input(Id).output(Id).query(unused),
    'meta.rest is "GET /things/{id}(\\d+)"; it reads',
  ],
  'a brace that is not closed': [
    at('GET /things/{id').input(Id).output(Id).query(unused),
    'meta.rest is "GET /things/{id"; it reads "PUT /posts/{id}"',
  ],
  'an address that the output cannot fill': [
    at('POST /things', { created: '/things/{id}' })
      .output(z.object({ slug: z.string() }))
      .mutation(unused),
    'meta.created names {id}, which is not in the output',
  ],
  'an address filled from nothing': [
    at('POST /things', { created: '/things/{id}' }).output(z.void()).mutation(unused),
    'meta.created names {id}, which is not in the output',
  ],
  'a query that creates': [
    at('GET /things', { created: '/things/{id}' }).output(Id).query(unused),
    'a query creates nothing, so it has no meta.created',
  ],
  'an address without a route': [
    plain.meta({ created: '/things/{id}' }).output(Id).mutation(unused),
    'meta.created is answered by REST, so it needs meta.rest',
  ],
  'a file without a route': [
    plain.output(FileOutput).query(unused),
    'file output is served by REST, so it needs meta.rest',
  ],
  'an idempotent query': [
    plain.meta({ idempotent: true }).output(Id).query(unused),
    'a query changes nothing, so it needs no meta.idempotent',
  ],
  'a file in an idempotent operation': [
    at('POST /things', { idempotent: true })
      .input(z.object({ file: z.file() }))
      .output(Id)
      .mutation(unused),
    'a form may hold files, which are no part of a transaction, so it cannot be idempotent',
  ],
  'an idempotent operation that sets cookies': [
    plain.meta({ idempotent: true, setsCookies: true }).output(Id).mutation(unused),
    'an answer that sets cookies cannot be replayed, so it cannot be idempotent',
  ],
  'an input that no Zod schema describes': [
    untyped.procedure.input((value: unknown) => String(value)).query(unused),
    'inputs and outputs are described by Zod 4 schemas only',
  ],
  'an output that no Zod schema describes': [
    untyped.procedure.output((value: unknown) => String(value)).query(unused),
    'inputs and outputs are described by Zod 4 schemas only',
  ],
} as const;

test.each(Object.entries(refused))(
  '%s stops the start and names the procedure',
  async (_name, [procedure, sentence]) => {
    const api = router({ things: router({ odd: procedure as AnyProcedure }) });
    await expect(describe(api)).rejects.toThrow(TypeError);
    await expect(describe(api)).rejects.toThrow(`things.odd: ${sentence}`);
  },
);

suite('two operations', () => {
  const get = (rest: string, input: z.ZodObject) => at(rest).input(input).output(Id).query(unused);

  test('on one route stop the start and are both named', async () => {
    const api = router({
      one: get('GET /a/{id}', Id),
      two: get('GET /a/{slug}', z.object({ slug: z.string() })),
    });
    await expect(describe(api)).rejects.toThrow('two: GET /a/{slug} is already the route of one');
  });

  test('with two schemas of one name stop the start', async () => {
    const Named = z.object({ a: z.string() }).meta({ id: 'DescriptionThing' });
    const Other = z.object({ b: z.string() }).meta({ id: 'DescriptionThing' });
    const api = router({
      one: plain.input(Named).query(unused),
      two: plain.input(z.object({ other: Other })).query(unused),
    });
    const operations = await describe(api);
    expect(() => openApiDocument(operations)).toThrow(
      'two: another schema is called DescriptionThing already',
    );
  });
});

test('a schema’s name that no document takes stops the start', async () => {
  const api = router({ one: plain.input(z.object({ a: z.string() }).meta({ id: 'A/B' })).query(unused) });
  const operations = await describe(api);
  expect(() => openApiDocument(operations)).toThrow('one: a schema is called "A/B"');
});

test('a lazy router is loaded before it is checked', async () => {
  const api = router({
    later: lazy(async () => router({ odd: at('POST /things').output(Id).query(unused) })),
  });
  await expect(describe(api)).rejects.toThrow('later.odd: a query is a GET');
});

test('a property that two chained inputs know must suit both', async () => {
  const api = router({
    both: at('GET /both')
      .input(z.object({ count: z.int().min(2).optional() }))
      .input(z.object({ count: z.int().max(5).optional() }))
      .output(Id)
      .query(unused),
  });
  const [parameter] = openApiDocument(await describe(api)).paths['/both']?.get?.parameters ?? [];
  expect(parameter).toMatchObject({ name: 'count', schema: { allOf: [{ minimum: 2 }, { maximum: 5 }] } });
  expect(parameter).not.toHaveProperty('required');
});
