import assert from 'node:assert/strict';
import type { Steps } from './scenario.ts';

const password = 'correct horse battery';

/** Accounts and lists. */
export const sessions = {
  register: async ({ on, label }) => {
    const email = `${label}@example.com`;
    const user = await on('plain').accounts.register({ username: label, email, password });
    assert.equal(user.username, label);
    assert.ok(user.createdAt instanceof Date);
  },
  'log-in': async ({ on, label, tokens }) => {
    const api = on('plain');
    await tokens.write(await api.tokens.create({ username: label, password }));
    assert.equal((await api.accounts.me()).username, label);
  },
  'iterate-three-pages': async ({ on, label }) => {
    const api = on('plain');
    const titles = [1, 2, 3, 4, 5].map((number) => `${label} page ${number}`);
    for (const title of titles) await api.posts.create({ title, body: 'text' });
    const found = await Array.fromAsync(api.posts.mine.all({ limit: 2 }), ({ title }) => title);
    assert.deepEqual(found.toSorted(), titles);
  },
} satisfies Steps;
