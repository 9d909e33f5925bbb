/** Hostile requests to the REST door. */
import fc from 'fast-check';
import type { Api, DescribedOperation } from '../../support/description/api.ts';
import { requestsOf } from '../../support/description/example.ts';
import { bodiesAmong } from './bodies.ts';
import { framings, headers, methods, type Request, toTarget } from './requests.ts';
import { edit, edits, namesAmong, texts } from './texts.ts';

/** Requests around the operations of a document. */
export function restRequests(api: Api): fc.Arbitrary<Request> {
  const aimed = fc.oneof(...api.operations.map((operation) => around(api, operation)));
  const astray = fc.record({
    method: methods,
    target: fc
      .tuple(fc.array(texts, { maxLength: 5 }), texts)
      .map(([path, query]) => toTarget(`/api/${path.join('/')}`, query)),
    headers,
    body: fc.option(bodiesAmong([], texts), { nil: undefined }),
    framing: framings,
  });
  return fc.oneof({ weight: 6, arbitrary: aimed }, astray);
}

function around(api: Api, operation: DescribedOperation): fc.Arbitrary<Request> {
  const valid = requestsOf(api, operation, operation.bodies[0]?.type);
  const known = [...operation.parameters.map(({ name }) => name), ...fieldsOf(api, operation)];
  const written = fc
    .tuple(valid, edits)
    .map(([{ body }, changes]) => edit(JSON.stringify(body ?? {}), changes));
  const path = fc
    .tuple(valid, fc.dictionary(fc.constantFrom('a', ...known), texts, { maxKeys: 3 }))
    .map(([{ parameters }, hostile]) =>
      operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String(hostile[name] ?? parameters[name]).toWellFormed()),
      ),
    );
  const query = fc.array(fc.tuple(namesAmong(known), texts), { maxLength: 5 });
  const rawQuery = fc.oneof(
    query.map((pairs) => new URLSearchParams(pairs).toString()),
    texts,
  );
  return fc.record({
    method: fc.oneof({ weight: 5, arbitrary: fc.constant(operation.method) }, methods),
    target: fc
      .tuple(path, fc.option(edits, { nil: [], freq: 3 }), rawQuery)
      .map(([address, changes, search]) => toTarget(`/api${edit(address, changes)}`, search)),
    headers,
    body: fc.option(bodiesAmong(known, written), { nil: undefined }),
    framing: framings,
  });
}

function fieldsOf(api: Api, { bodies }: DescribedOperation): string[] {
  return bodies.flatMap(({ schema }) => Object.keys(api.resolve(schema).properties ?? {}));
}
