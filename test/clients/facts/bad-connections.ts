/** Of overloaded servers, lost answers, cut streams and servers that are newer than the client. */
import type { Exchange } from '../exchange.ts';
import type { Evidence, Fact } from '../facts.ts';
import { calls, isSuccess, must, statuses } from './evidence.ts';

const createPost = { rpc: 'posts.create', rest: 'POST /posts' };
const live = { rpc: 'comments.live', rest: 'GET /posts/{}/comments/live' };

const keyOf = ({ headers }: Exchange) => String(headers['idempotency-key'] ?? '');

/** All attempts carry one key, and there is one effect. */
async function wasRepeatedSafely(evidence: Evidence, fault: string, attempts: number): Promise<void> {
  const asked = calls(evidence, fault, createPost);
  must(asked.length === attempts, `under ${fault} it was asked ${asked.length} times: ${statuses(asked)}`);
  must(asked.slice(-1).every(isSuccess), `under ${fault} it was answered ${statuses(asked)}`);
  const keys = new Set(asked.map(keyOf));
  must(keys.size === 1 && !keys.has(''), `under ${fault} the attempts had the keys ${[...keys].join(', ')}`);
  const title = `${evidence.label} ${fault}`;
  const rows = await evidence.sql`select 1 from posts where title = ${title}`;
  must(rows.length === 1, `there are ${rows.length} posts with the title ${title}`);
}

const metNews =
  (fault: string): Fact =>
  ({ exchanges }) => {
    const changed = exchanges.filter((exchange) => exchange.fault === fault && exchange.changed);
    must(changed.length > 0, `nothing of ${fault} was read`);
  };

export const onBadConnections = {
  'unknown-enum-value': metNews('unknown-enum'),
  'unknown-union-variant': metNews('unknown-variant'),
  'retry-under-one-key': async (evidence) => {
    await wasRepeatedSafely(evidence, 'two-503s', 3);
    await wasRepeatedSafely(evidence, 'lost-answer', 2);
    const [, second] = calls(evidence, 'lost-answer', createPost);
    const replayed = second?.answerHeaders?.['idempotency-replayed'];
    must(replayed === 'true', 'the second answer was not the first one’s, told again');
  },
  'stream-to-its-end': (evidence) => {
    const [first, second, third] = calls(evidence, 'cut-stream', live).filter(isSuccess);
    must(first !== undefined && second !== undefined, 'the client did not connect again');
    const id = /^id: ?(.*)$/m.exec(first.answer.toString())?.[1];
    const from = String(second.headers['last-event-id'] ?? '');
    must(from === id, `it went on after “${from}”, and the last event was ${id}`);
    must(second.changed, 'the client did not stay to the end');
    must(third === undefined, 'the client connected again after the end');
  },
} satisfies Record<string, Fact>;
