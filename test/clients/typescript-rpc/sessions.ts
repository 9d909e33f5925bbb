import assert from 'node:assert/strict';
import { items } from '@portico/client';
import type { Steps } from './scenario.ts';

const password = 'correct horse battery';

/** Accounts and lists. */
export const sessions = {
  register: async ({ on, label }) => {
    const client = on('plain');
    const user = await client.accounts.register.mutate({
      username: label,
      email: `${label}@example.com`,
      password,
    });
    assert.equal(user.username, label);
  },
  'log-in': async ({ on, label, tokens }) => {
    const client = on('plain');
    await tokens.write(await client.tokens.create.mutate({ username: label, password }));
    assert.equal((await client.accounts.me.query()).username, label);
  },
  'iterate-three-pages': async ({ on, label }) => {
    const client = on('plain');
    const titles = [1, 2, 3, 4, 5].map((number) => `${label} page ${number}`);
    for (const title of titles) await client.posts.create.mutate({ title, body: 'text' });
    const found = await Array.fromAsync(items(client.posts.mine, { limit: 2 }), ({ title }) => title);
    assert.deepEqual(found.toSorted(), titles);
  },
} satisfies Steps;
