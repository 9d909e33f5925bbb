import { getUntypedClient } from '@trpc/client';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import { toFormData } from '../../../client/src/form-data.ts';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { answerComplaints, readAnswer } from '../../support/description/answer.ts';
import { type DescribedOperation, readApi } from '../../support/description/api.ts';
import { exampleOf } from '../../support/description/example.ts';
import { placeInput, requestComplaints, writeRequest } from '../../support/description/request.ts';
import type { UserAgent } from '../../support/user-agent.ts';
import { calls, gallery } from './gallery.ts';
import { toPlain } from './plain.ts';

const operations = await describe(gallery);
const document = openApiDocument(operations);
const api = readApi(document);
const byRoute = new Map(
  api.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
);
const described = new Map(
  operations.flatMap(({ id, rest }) => {
    const found = rest && byRoute.get(`${rest.method} ${rest.path}`);
    return found ? [[id, found] as const] : [];
  }),
);
const kinds = new Map(operations.map(({ id, kind }) => [id, kind]));
const served = calls.filter(({ id }) => described.has(id));

let app: TestApp;
let visitor: UserAgent;
beforeAll(async () => {
  app = await testApp({}, undefined, gallery);
  visitor = app.visitor();
});
afterAll(() => app[Symbol.asyncDispose]());

async function send(operation: DescribedOperation, values: Parameters<typeof writeRequest>[1]) {
  const [address, init] = writeRequest(operation, values);
  const answer = await readAnswer(await visitor.fetch(address, init));
  return { status: answer.status, text: answer.text, complaints: answerComplaints(api, operation, answer) };
}

suite('RPC', () => {
  test.each(calls)('$id, call $nth', async ({ id, input, output }) => {
    const client = getUntypedClient(visitor.rpc);
    const sent = holdsFile(input) ? toFormData(input as object) : input;
    const answered = await (kinds.get(id) === 'query' ? client.query(id, sent) : client.mutation(id, sent));
    expect(answered).toEqual(output);
  });
});

suite('REST', () => {
  test.each(served)('$id, call $nth', async ({ id, input, output }) => {
    const operation = described.get(id) as DescribedOperation;
    const values = placeInput(operation, (toPlain(input) ?? {}) as Record<string, unknown>);
    expect(requestComplaints(api, operation, values)).toEqual([]);
    const { status, text, complaints } = await send(operation, values);
    expect(complaints).toEqual([]);
    expect(status).toBeLessThan(300);
    if (operation.responses[status]?.content?.['application/json']) {
      expect(JSON.parse(text)).toEqual(toPlain(output));
    }
  });
});

suite('the document', () => {
  test.each([...described.values()])(
    'an example of $id made from its schemas is accepted',
    async (operation) => {
      for (const type of operation.bodies.length > 0
        ? operation.bodies.map((body) => body.type)
        : [undefined]) {
        for (const values of exampleOf(api, operation, 5, type)) {
          const { status, text, complaints } = await send(operation, values);
          expect(complaints, JSON.stringify(values)).toEqual([]);
          expect(status, `${type} ${JSON.stringify(values)} ${text}`).toBeLessThan(300);
        }
      }
    },
  );

  test('has every procedure of the gallery', () => {
    expect(new Set(calls.map(({ id }) => id))).toEqual(new Set(Object.keys(document['x-rpc'].procedures)));
    expect(served.length).toBeGreaterThan(40);
  });
});

function holdsFile(input: unknown): boolean {
  if (input instanceof File) return true;
  return typeof input === 'object' && input !== null && Object.values(input).some(holdsFile);
}
