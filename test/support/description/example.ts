/** Makes requests for an operation from its schemas alone. */
import fc from 'fast-check';
import type { Api, DescribedOperation } from './api.ts';
import type { RequestValues } from './request.ts';
import { valuesOf } from './values.ts';

/** Requests as the document describes them; of the headers only `If-Match`, which stands for a version. */
export function requestsOf(
  api: Api,
  { parameters, bodies, bodyRequired }: DescribedOperation,
  type: string | undefined = bodies[0]?.type,
): fc.Arbitrary<RequestValues> {
  const placed = parameters.filter(({ name, in: place }) => place !== 'header' || name === 'If-Match');
  const schema = bodies.find((body) => body.type === type)?.schema;
  const filled = type !== undefined && type !== 'application/json';
  return fc.record({
    parameters: fc.record(
      Object.fromEntries(
        placed.map(({ name, in: place, schema }) => [
          name,
          place === 'header' ? fc.constant('"1"') : valuesOf(api, schema, { filled: true }),
        ]),
      ),
      {
        requiredKeys: placed
          .filter(({ in: place, required }) => required || place === 'header')
          .map(({ name }) => name),
        noNullPrototype: true,
      },
    ),
    body: schema ? optional(valuesOf(api, schema, { filled }), bodyRequired) : fc.constant(undefined),
    ...(type !== undefined && { type: fc.constant(type) }),
  });
}

function optional(values: fc.Arbitrary<unknown>, isRequired: boolean): fc.Arbitrary<unknown> {
  return isRequired ? values : fc.option(values, { nil: undefined, freq: 4 });
}

/** Some requests, always the same ones; others for another media type. */
export function exampleOf(
  api: Api,
  operation: DescribedOperation,
  count: number,
  type?: string,
): RequestValues[] {
  return fc.sample(requestsOf(api, operation, type), { numRuns: count, seed: 1 + (type ?? '').length });
}
