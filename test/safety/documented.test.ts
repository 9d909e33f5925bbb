import { expect, test } from 'vitest';
import { z } from 'zod';
import { describe } from '../../server/src/engine/operations/describe.ts';
import { readProcedures } from '../../server/src/engine/operations/read-procedure.ts';
import { appRouter } from '../../server/src/router.ts';
import { read } from '../support/repository.ts';

const operations = await describe(appRouter);
const lines = read('shared/api/api.lock').trimEnd().split('\n');

/** Whose operation lacks what the check asks for. */
const lacking = (has: (operation: (typeof operations)[number]) => boolean) =>
  operations.filter((operation) => !has(operation)).map(({ id }) => id);

test('there are operations, of every feature', () => {
  const features = new Set(operations.map(({ id }) => id.split('.')[0]));
  expect([...features]).toEqual(expect.arrayContaining(['accounts', 'files', 'posts', 'products']));
});

test('every operation says in a line what it does, as no other does', () => {
  expect(lacking(({ id, docs }) => docs.summary !== id && /^[A-Z].{4,80}[^.]$/.test(docs.summary))).toEqual(
    [],
  );
  expect(new Set(operations.map(({ docs }) => docs.summary)).size).toBe(operations.length);
});

test('every operation says what it answers', () => {
  expect(lacking(({ output }) => output.as !== 'json' || !(output.schema instanceof z.ZodUnknown))).toEqual(
    [],
  );
});

test('every operation says who may call it, by a base procedure', async () => {
  const procedures = await readProcedures(appRouter);
  expect(procedures.filter(({ meta }) => meta.access === undefined).map(({ id }) => id)).toEqual([]);
});

test('every operation has a line in the lock, with its route if it has one', () => {
  const start = ({ id, rest }: (typeof operations)[number]) =>
    `${rest ? `${rest.method} ${rest.path} ` : ''}${id} `;
  const isLocked = (operation: (typeof operations)[number]) =>
    lines.filter((line) => line.includes(start(operation))).length === 1;
  expect(lacking(isLocked)).toEqual([]);
  expect(lines).toHaveLength(operations.length);
});
