import assert from 'node:assert/strict';
import type { Scenario, Steps } from './scenario.ts';

const lines = Array.from({ length: 32_768 }, (_, line) => String(line + 1).padStart(11, '0'));
const text = lines.map((number) => `portico upload line ${number}\n`).join('');

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM4EaBxIkCDAUIBACWOBQHvtZ07AAAAAElFTkSuQmCC';

/** Tokens, files and values. */
export const values = {
  'refresh-once': async ({ on, tokens }) => {
    const before = await tokens.read();
    const api = on('expired-token');
    const users = await Promise.all(Array.from({ length: 10 }, () => api.accounts.me()));
    assert.equal(new Set(users.map(({ id }) => id)).size, 1);
    assert.notEqual((await tokens.read())?.accessToken, before?.accessToken);
  },
  'upload-with-progress': async ({ on, label }) => {
    const file = new File([text], `${label}.txt`, { type: 'text/plain' });
    const shares: number[] = [];
    const stored = await on('plain').files.upload(
      { file, visibility: 'public' },
      { onProgress: ({ sent, total }) => shares.push(sent / total) },
    );
    assert.equal(stored.size, text.length);
    assert.ok(shares.length >= 2, `progress was told ${shares.length} times`);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.equal(shares.at(-1), 1);
  },
  'download-same-bytes': async ({ on, label }) => {
    const api = on('plain');
    const { items } = await api.files.mine();
    const file = items.find(({ name }) => name === `${label}.txt`);
    assert.ok(file, 'the file is not among mine');
    const response = await api.files.content({ id: file.id });
    assert.equal(await response.text(), text);
  },
  'date-with-milliseconds': async ({ on, label }) => {
    const { id } = await on('plain').posts.create({ title: `${label} date`, body: 'text' });
    const { createdAt } = await on('fixed-dates').posts.get({ id });
    assert.ok(createdAt instanceof Date);
    assert.equal(createdAt.toISOString(), '2024-02-29T12:34:56.789Z');
  },
  'null-against-absent': async (scenario) => {
    const api = scenario.on('plain');
    const { id, version } = await withCover(scenario);
    const kept = await api.posts.update({ id, version, title: `${scenario.label} cover` });
    assert.ok(kept.cover, 'the cover is gone');
    const removed = await api.posts.update({ id, version: kept.version, coverId: null });
    assert.equal(removed.cover, null);
  },
} satisfies Steps;

async function withCover({ on, label }: Scenario) {
  const api = on('plain');
  const file = new File([Buffer.from(picture, 'base64')], `${label}.png`, { type: 'image/png' });
  const { id: coverId } = await api.files.upload({ file });
  const post = await api.posts.create({ title: `${label} with cover`, body: 'text', coverId });
  assert.ok(post.cover, 'the post has no cover');
  return post;
}
