import { afterAll, beforeAll, expect, test } from 'vitest';
import { nominal } from '../../../client/generator/nominal/nominal.ts';
import { describeTables } from '../../../client/generator/typescript/rest/tables.ts';
import { createApi } from '../../../client/src/rest/client.ts';
import type { OperationTable } from '../../../client/src/rest/operation-table.ts';
import { calls, gallery } from '../../engine/gallery/gallery.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { galleryApi } from '../generator/documents.ts';

const description = describeTables(nominal(await galleryApi()));
const operations: OperationTable = description.operations;
const served = calls.filter(({ id }) => Object.hasOwn(operations, id));

let app: TestApp;
let api: object;
beforeAll(async () => {
  app = await testApp({}, undefined, gallery);
  const visitor = app.visitor();
  api = createApi(description, {
    url: `${app.config.publicOrigin}/api`,
    fetch: (url, init) => visitor.fetch(new Request(url, init)),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

/** The function of an operation. */
function operation(id: string): (...args: readonly unknown[]) => Promise<unknown> {
  return id.split('.').reduce<unknown>((part, name) => Reflect.get(Object(part), name), api) as never;
}

test('the gallery has operations', () => {
  expect(served.length).toBeGreaterThan(100);
});

test.each(served)('$id, call $nth, answers what RPC answers', async ({ id, input, output }) => {
  const { answer, inputless, route } = operations[id] ?? {};
  const answered = await (inputless ? operation(id)() : operation(id)(input));
  if (answer === 'file') expect((answered as Response).ok).toBe(true);
  else if (answer === 'text' || answer === 'redirect') expect(answered).toBeTypeOf('string');
  else expect(answered, route).toEqual(output);
});
