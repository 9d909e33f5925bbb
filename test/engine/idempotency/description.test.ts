import { form } from '@portico/shared/form';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

const idempotent = publicProcedure.meta({ idempotent: true });

const impossible = {
  query: idempotent.output(z.void()).query(() => {}),
  file: idempotent
    .input(z.object({ file: z.file() }))
    .output(z.void())
    .mutation(() => {}),
  form: idempotent
    .meta({ rest: 'POST /form' })
    .input(form(z.object({ title: z.string() })))
    .output(z.void())
    .mutation(() => {}),
  cookies: idempotent
    .meta({ setsCookies: true })
    .output(z.void())
    .mutation(() => {}),
};

test.each([
  ['query', 'one: a query changes nothing'],
  ['file', 'one: a form may hold files'],
  ['form', 'one: a form may hold files'],
  ['cookies', 'one: an answer that sets cookies cannot be replayed'],
] as const)('an idempotent operation with %s stops the start', async (name, sentence) => {
  await expect(describe(router({ one: impossible[name] }))).rejects.toThrow(sentence);
});

test('the failures of a key are among those that the description names', async () => {
  const possible = router({ one: idempotent.output(z.void()).mutation(() => {}) });
  const [operation] = await describe(possible);
  expect(operation?.policy.idempotent).toBe(true);
  expect(operation?.errors).toEqual(
    expect.arrayContaining(['idempotency_in_progress', 'idempotency_key_reused']),
  );
});
