import assert from 'node:assert/strict';
import { callOptions, isAborted, isProblem, isTimeout, problemOf, safe } from '@portico/client';
import type { Steps } from './scenario.ts';

/** Retries, and what a caller learns of a failure. */
export const retries = {
  'retry-under-one-key': async ({ on, label }) => {
    for (const fault of ['two-503s', 'lost-answer']) {
      const title = `${label} ${fault}`;
      const post = await on(fault).posts.create.mutate({ title, body: 'text' });
      assert.equal(post.title, title);
    }
  },
  'typed-field-errors': async ({ on }) => {
    const [, error] = await safe(on('plain').posts.create.mutate({ title: '', body: 'text' }));
    assert.ok(isProblem(error, 'invalid_input'), String(error));
    assert.equal(error.data.problem.errors?.[0]?.pointer, '/title');
  },
} satisfies Steps;

/** Calls that nobody waits for any longer. */
export const endings = {
  timeout: async ({ on }) => {
    await endsBy(isTimeout, on('slow').posts.tags.query(undefined, callOptions({ timeoutMs: 500 })));
  },
  cancel: async ({ on }) => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 500);
    await endsBy(isAborted, on('slow').posts.list.query({}, { signal: leaving.signal }));
  },
} satisfies Steps;

/** The last steps. */
export const notFound = {
  'typed-not-found': async ({ on }) => {
    const [, error] = await safe(on('plain').posts.get.query({ id: '00000000-0000-4000-8000-000000000000' }));
    assert.ok(isProblem(error, 'not_found'), String(error));
    error.data.problem.code satisfies 'not_found';
  },
  'unknown-error-code': async ({ on }) => {
    const asked = on('unknown-code').posts.get.query({ id: '00000000-0000-4000-8000-000000000000' });
    const [, error] = await safe(asked);
    const { code, status } = problemOf(error) ?? {};
    assert.deepEqual([String(code), status], ['vanished', 404]);
  },
} satisfies Steps;

async function endsBy(isExpected: (error: unknown) => boolean, call: Promise<unknown>): Promise<void> {
  const begun = performance.now();
  const error = await call.then(
    () => assert.fail('it was answered'),
    (failure: unknown) => failure,
  );
  assert.ok(isExpected(error), `it failed otherwise: ${error}`);
  assert.ok(performance.now() - begun < 5_000, 'it took longer than 5 s');
}
