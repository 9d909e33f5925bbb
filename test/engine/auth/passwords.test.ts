import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../../server/src/engine/auth/passwords.ts';

const password = 'correct horse battery';

test('a password is known by its hash, which is another one each time', async () => {
  const [first, second] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, password)).toBe(true);
  expect(await verifyPassword(second, `${password}.`)).toBe(false);
});

test('nobody has no password', async () => {
  expect(await verifyPassword(null, password)).toBe(false);
  expect(await verifyPassword(null, 'decoy')).toBe(false);
});

test.runIf(process.platform === 'linux')('hashes run where requests go first', async () => {
  await hashPassword(password);
  expect(niceness()).toContain(10);
  expect(niceness()).toContain(0);
});

test('past so many that wait, more are turned away at once, and the others are hashed', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 230 }, () => hashPassword(password)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(refused.length).toBeGreaterThanOrEqual(20);
  expect(refused.length).toBeLessThan(35);
  for (const reason of refused)
    expect(reason).toMatchObject({ reason: 'unavailable', options: { retryAfter: 5 } });
});

/** How far each thread of this process stands back: the 19th field of its `stat`. @see proc(5) */
function niceness(): number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}
