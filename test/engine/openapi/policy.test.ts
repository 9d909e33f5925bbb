import { expect, test } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import type { OperationObject, ResponseObject } from '../../../server/src/engine/openapi/openapi.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { FileOutput } from '../../../server/src/engine/operations/outputs.ts';
import type { Meta } from '../../../server/src/engine/procedure/meta.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

const limit = { calls: 5, seconds: 60 };

const document = openApiDocument(
  await describe(
    router({
      plain: operation({ rest: 'POST /plain' }),
      keyed: operation({ rest: 'POST /keyed', idempotent: true }),
      limited: operation({ rest: 'POST /limited', limit }),
      old: operation({
        rest: 'POST /old',
        deprecated: '2026-01-01',
        sunset: '2027-01-01',
        deprecationGuide: 'https://example.com/guide',
      }),
      ending: operation({ rest: 'POST /ending', sunset: '2027-01-01' }),
      file: publicProcedure
        .meta({ rest: 'GET /file', limit })
        .output(FileOutput)
        .query(() => {
          throw new Error('Never called');
        }),
    }),
  ),
);

function operation(meta: Meta) {
  return publicProcedure
    .meta(meta)
    .output(z.void())
    .mutation(() => {});
}

function at(path: string, method = 'post'): OperationObject {
  const found = document.paths[path]?.[method];
  if (!found) throw new Error(`${method} ${path} is not described`);
  return found;
}

function headersOf(response: ResponseObject | { readonly $ref: string } | undefined): string[] {
  const target =
    response && '$ref' in response
      ? document.components.responses[response.$ref.split('/').at(-1) ?? '']
      : response;
  return Object.keys(target?.headers ?? {}).filter((name) => name !== 'X-Request-Id');
}

test('an operation without any policy says nothing of it', () => {
  expect(at('/plain').parameters).toBeUndefined();
  expect(headersOf(at('/plain').responses[204])).toEqual([]);
  expect(at('/plain')).not.toHaveProperty('deprecated');
  expect(document['x-rpc'].procedures.plain).not.toHaveProperty('idempotent');
});

test('an idempotent operation takes its key, and names the replay and both failures', () => {
  const { parameters, responses } = at('/keyed');
  expect(parameters).toEqual([expect.objectContaining({ name: 'Idempotency-Key', in: 'header' })]);
  expect(new RegExp(String(parameters?.[0]?.schema.pattern)).test('a key')).toBe(false);
  expect(headersOf(responses[204])).toEqual(['Idempotency-Replayed']);
  expect(responses[409]).toEqual({ $ref: '#/components/responses/idempotency_in_progress' });
  expect(headersOf(responses[409])).toContain('Retry-After');
  expect(responses[422]).toEqual({ $ref: '#/components/responses/idempotency_key_reused' });
  expect(document['x-rpc'].procedures.keyed?.idempotent).toBe(true);
});

test('a limited operation says what is left, also with a file; a refusal does so everywhere', () => {
  const names = ['RateLimit', 'RateLimit-Policy'];
  expect(headersOf(at('/limited').responses[204])).toEqual(names);
  expect(headersOf(at('/file', 'get').responses[206])).toEqual(expect.arrayContaining(names));
  expect(headersOf(at('/plain').responses[429])).toEqual(expect.arrayContaining(['Retry-After', ...names]));
});

test('an operation that ages is marked, dated and linked', () => {
  const { deprecated, description, responses, 'x-sunset': sunset } = at('/old');
  expect({ deprecated, sunset }).toEqual({ deprecated: true, sunset: '2027-01-01T00:00:00.000Z' });
  expect(description).toContain('Deprecated since 2026-01-01.');
  expect(description).toContain('Ends on 2027-01-01.');
  expect(description).toContain('(https://example.com/guide)');
  expect(headersOf(responses[204])).toEqual(['Deprecation', 'Sunset', 'Link']);
  expect(document['x-rpc'].procedures.old?.deprecated).toBe(true);
  expect(at('/ending').deprecated).toBe(true);
  expect(headersOf(at('/ending').responses[204])).toEqual(['Sunset']);
});

test('every header that is named is described', () => {
  const named = new Set(JSON.stringify(document).match(/#\/components\/headers\/[\w-]+/g));
  const described = Object.keys(document.components.headers).map((name) => `#/components/headers/${name}`);
  expect([...named].toSorted()).toEqual(described.toSorted());
});
