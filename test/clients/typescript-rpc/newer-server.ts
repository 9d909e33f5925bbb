import assert from 'node:assert/strict';
import type { Scenario, Steps } from './scenario.ts';

/** A server newer than the client, and streams. */
export const newerServer = {
  'unknown-enum-value': async ({ on, label }) => {
    const title = `${label} enum`;
    const { id } = await on('plain').posts.create.mutate({ title, body: 'text' });
    const post = await on('unknown-enum').posts.get.query({ id });
    assert.equal<string>(post.status, 'archived');
    assert.equal(post.title, title);
  },
  'unknown-union-variant': async (scenario) => {
    const told = await follow(scenario, 'unknown-variant', ['hello'], 3);
    assert.deepEqual(
      told.map(({ type }) => type as string),
      ['pinned', 'reset', 'created'],
    );
    const [news, , created] = told;
    assert.ok(news && 'commentId' in news && typeof news.commentId === 'string');
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
async function follow({ on, label }: Scenario, fault: string, bodies: readonly string[], most = Infinity) {
  const client = on('plain');
  const { id: postId } = await client.posts.create.mutate({
    title: `${label} live`,
    body: '',
    status: 'published',
  });
  const told = [];
  for await (const { data } of on(fault).comments.live.subscribe({ postId })) {
    told.push(data);
    if (data.type === 'reset')
      for (const body of bodies) await client.comments.create.mutate({ postId, body });
    if (told.length >= most) break;
  }
  return told;
}
