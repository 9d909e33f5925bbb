/** Hostile requests to the RPC door. */
import fc from 'fast-check';
import type { OpenApiDocument } from '../../../server/src/engine/openapi/openapi.ts';
import type { Api } from '../../support/description/api.ts';
import { valuesOf } from '../../support/description/values.ts';
import { bodiesAmong } from './bodies.ts';
import { framings, headers, methods, type Request, toTarget } from './requests.ts';
import { edit, edits, jsonAmong, texts } from './texts.ts';

const types = [
  ...['undefined', 'bigint', 'Date', 'number', 'regexp', 'set', 'map', 'Error', 'URL', 'Object', ''],
  ...[
    ['class', 'Error'],
    ['custom', 'Decimal'],
    ['symbol', 'iterator'],
    ['typed-array', 'Uint8Array'],
  ],
];

/** What superjson is told about a value: types of its parts, and which parts are the same. */
const metas = fc.record(
  {
    values: fc.oneof(
      fc.dictionary(
        fc.oneof(fc.constantFrom('a', '0', 'a.b', '__proto__.x', 'constructor'), texts),
        fc.constantFrom(...types).map((type) => [type]),
      ),
      fc.constantFrom<unknown>(...types.map((type) => [type]), [[]], null, 1, 'Date'),
    ),
    referentialEqualities: fc.constantFrom<unknown>({ a: ['__proto__.b'] }, [['a'], { a: ['b'] }], null, 'a'),
    v: fc.constantFrom<unknown>(0, 1, 2, 'x'),
  },
  { requiredKeys: [] },
);

interface Procedure {
  readonly id: string;
  readonly isQuery: boolean;
  readonly inputs: fc.Arbitrary<unknown>;
}

const bodies = bodiesAmong(['0', 'json', 'meta'], fc.constant('{}'));
const json = jsonAmong(['0', '1', 'json', 'meta', 'values']);

/** Requests around the procedures of a document. */
export function rpcRequests(api: Api, document: OpenApiDocument): fc.Arbitrary<Request> {
  const procedures = Object.entries(document['x-rpc'].procedures).map(
    ([id, { kind, input }]): Procedure => ({
      id,
      isQuery: kind === 'query',
      inputs: input ? valuesOf(api, input) : fc.constant(undefined),
    }),
  );
  return fc.array(fc.constantFrom(...procedures), { minLength: 1, maxLength: 3 }).chain(around);
}

function around(called: readonly Procedure[]): fc.Arbitrary<Request> {
  const usual = called.every(({ isQuery }) => isQuery) ? 'GET' : 'POST';
  return fc
    .record({
      inputs: fc.tuple(...called.map(({ inputs }) => inputs)),
      meta: fc.option(metas, { nil: undefined }),
      isBatch: fc.boolean(),
      path: paths,
      sent: fc.option(json, { nil: undefined, freq: 3 }),
      changes: fc.option(edits, { nil: [] }),
      query: fc.option(texts, { nil: '', freq: 3 }),
      method: fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, methods),
      body: fc.option(bodies, { nil: undefined, freq: 3 }),
      headers,
      framing: framings,
    })
    .map(({ inputs, meta, isBatch, path, sent, changes, query, method, body, headers, framing }) => {
      const envelopes = inputs.map((input) => ({ json: input, ...(meta && { meta }) }));
      const input = isBatch ? Object.fromEntries(envelopes.entries()) : envelopes[0];
      const content = sent ?? edit(JSON.stringify(input) ?? 'null', changes);
      const search = new URLSearchParams({
        ...(isBatch && { batch: '1' }),
        ...(usual === 'GET' && { input: content }),
      });
      const ids = called.map(({ id }) => id);
      return {
        method,
        target: toTarget(`/rpc/${encodeURI(path(ids).toWellFormed())}`, `${search}${query && `&${query}`}`),
        headers,
        body:
          body ?? (usual === 'GET' ? undefined : { type: 'application/json', content: Buffer.from(content) }),
        framing,
      };
    });
}

/** Paths made of the called ids: as they are, mixed with others, far too many, something else. */
const paths: fc.Arbitrary<(ids: readonly string[]) => string> = fc.oneof(
  { weight: 20, arbitrary: fc.constant((ids: readonly string[]) => ids.join(',')) },
  fc.array(texts, { maxLength: 3 }).map((more) => (ids: readonly string[]) => [...ids, ...more].join(',')),
  fc.integer({ min: 49, max: 200 }).map(
    (count) =>
      ([id]: readonly string[]) =>
        Array(count).fill(id).join(','),
  ),
  texts.map((text) => () => text),
);
