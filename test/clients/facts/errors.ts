/** Of failures, and of calls that nobody waits for any longer. */
import type { Call } from '../exchange.ts';
import type { Fact } from '../facts.ts';
import { calls, must, statuses } from './evidence.ts';

const createPost = { rpc: 'posts.create', rest: 'POST /posts' };
const getPost = { rpc: 'posts.get', rest: 'GET /posts/{}' };

/** Milliseconds after which a client has not stopped waiting, but was answered. */
const patience = 5_000;

/** The client closes the connection itself, and does not ask again. */
const leaves =
  (call: Call): Fact =>
  (evidence) => {
    const asked = calls(evidence, 'slow', call);
    must(asked.length === 1, `it was asked ${asked.length} times`);
    const [{ left, ms = Number.POSITIVE_INFINITY } = { left: false }] = asked;
    must(
      left && ms < patience,
      `the connection was left open (${left ? `${Math.round(ms)} ms` : 'answered'})`,
    );
  };

export const onErrors = {
  'typed-field-errors': (evidence) => {
    const asked = calls(evidence, 'plain', createPost);
    must(
      asked.some(({ status }) => status === 422),
      `nothing was answered 422: ${statuses(asked)}`,
    );
  },
  'typed-not-found': (evidence) => {
    const asked = calls(evidence, 'plain', getPost);
    must(
      asked.some(({ status }) => status === 404),
      `nothing was answered 404: ${statuses(asked)}`,
    );
  },
  'unknown-error-code': (evidence) => {
    const asked = calls(evidence, 'unknown-code', getPost);
    must(
      asked.some(({ status, changed }) => status === 404 && changed),
      `no unknown code was answered: ${statuses(asked)}`,
    );
  },
  timeout: leaves({ rpc: 'posts.tags', rest: 'GET /tags' }),
  cancel: leaves({ rpc: 'posts.list', rest: 'GET /posts' }),
} satisfies Record<string, Fact>;
