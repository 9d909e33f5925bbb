import assert from 'node:assert/strict';
import { ApiError, ClientError, type ClientErrorCode, isProblem } from '@portico/client/rest';
import type { Steps } from './scenario.ts';

/** Retries, and what a caller learns of bad input. */
export const retries = {
  'retry-under-one-key': async ({ on, label }) => {
    for (const fault of ['two-503s', 'lost-answer']) {
      const title = `${label} ${fault}`;
      assert.equal((await on(fault).posts.create({ title, body: 'text' })).title, title);
    }
  },
  'typed-field-errors': async ({ on }) => {
    const result = await on('plain').posts.create.safe({ title: '', body: 'text' });
    assert.ok(!result.ok && result.error.code === 'invalid_input');
    assert.ok(isProblem(result.error, 'invalid_input'));
    assert.equal(result.error.errors[0]?.pointer, '/title');
  },
} satisfies Steps;

/** Calls that nobody waits for any longer. */
export const endings = {
  timeout: ({ on }) => endsAs('timed_out', on('slow').posts.tags({ timeoutMs: 500 })),
  cancel: async ({ on }) => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 500);
    await endsAs('cancelled', on('slow').posts.list({}, { signal: leaving.signal }));
  },
} satisfies Steps;

/** The last steps. */
export const failures = {
  'typed-not-found': async ({ on }) => {
    const error = await on('plain')
      .posts.get({ id: '00000000-0000-4000-8000-000000000000' })
      .then(
        () => assert.fail('it was found'),
        (failure: unknown) => failure,
      );
    assert.ok(isProblem(error, 'not_found'), String(error));
    error.code satisfies 'not_found';
  },
  'unknown-error-code': async ({ on }) => {
    const found = await on('unknown-code').posts.get.safe({ id: '00000000-0000-4000-8000-000000000000' });
    assert.ok(!found.ok && found.error instanceof ApiError);
    assert.deepEqual([String(found.error.code), found.error.status], ['vanished', 404]);
  },
} satisfies Steps;

async function endsAs(code: ClientErrorCode, call: Promise<unknown>): Promise<void> {
  const begun = performance.now();
  const error = await call.then(
    () => assert.fail('it was answered'),
    (failure: unknown) => failure,
  );
  assert.ok(error instanceof ClientError && error.code === code, `it failed otherwise: ${error}`);
  assert.ok(performance.now() - begun < 5_000, 'it took longer than 5 s');
}
