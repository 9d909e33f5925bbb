import assert from 'node:assert/strict';
import type { CommentEvent } from '@portico/client/rest';
import type { Scenario, Steps } from './scenario.ts';

/** A server newer than the client. */
export const newerServer = {
  'unknown-enum-value': async ({ on, label }) => {
    const title = `${label} enum`;
    const { id } = await on('plain').posts.create({ title, body: 'text' });
    const post = await on('unknown-enum').posts.get({ id });
    assert.equal(post.status, 'archived');
    assert.equal(post.title, title);
  },
  'unknown-union-variant': async (scenario) => {
    const [news, reset, created] = await follow(scenario, 'unknown-variant', ['hello'], 3);
    assert.equal(String(news?.type), 'pinned');
    assert.ok(news && 'commentId' in news && typeof news.commentId === 'string');
    assert.equal(reset?.type, 'reset');
    assert.equal(created?.type === 'created' && created.comment.body, 'hello');
  },
} satisfies Steps;

/** Streams over connections that break. */
export const streams = {
  'stream-to-its-end': async (scenario) => {
    const [reset, ...created] = await follow(scenario, 'cut-stream', ['1', '2']);
    assert.equal(reset?.type, 'reset');
    const bodies = created.map((event) => event.type === 'created' && event.comment.body);
    assert.deepEqual(bodies, ['1', '2']);
  },
} satisfies Steps;

/** What is told of the comments under a post of its own, upon whose first words these comments are written. */
async function follow(
  { on, label }: Scenario,
  fault: string,
  bodies: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Promise<CommentEvent[]> {
  const api = on('plain');
  const { id: postId } = await api.posts.create({ title: `${label} live`, body: '', status: 'published' });
  const told: CommentEvent[] = [];
  for await (const event of on(fault).comments.live({ postId })) {
    told.push(event);
    if (event.type === 'reset') for (const body of bodies) await api.comments.create({ postId, body });
    if (told.length >= most) break;
  }
  return told;
}
