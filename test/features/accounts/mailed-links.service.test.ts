import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault } from '../../../server/src/engine/auth/vault.ts';
import { mailedLinks } from '../../../server/src/features/accounts/accounts.table.ts';
import {
  countFailure,
  issueLink,
  type Link,
  sweepLinks,
  useLink,
} from '../../../server/src/features/accounts/mailed-links.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services[Symbol.asyncDispose]());

const work = { vault: createVault('x'.repeat(32)), origin: 'https://example.org' };

async function aLink(): Promise<Link> {
  const { id: userId } = await services.caller();
  const wanted = { purpose: 'reset_password', userId, email: 'ada@example.com' } as const;
  const { url } = await issueLink(services.db, work, wanted);
  const { pathname, search, hash } = new URL(url);
  expect([pathname, search]).toEqual(['/reset-password', '']);
  const [, id = ''] = /^#token=([\w-]{22})\.[\w-]{43}$/.exec(hash) ?? [];
  return { id, ...wanted };
}

const use = (link: Link) => services.db.transaction((tx) => useLink(tx, link));

test('a link is used once, and not after it has expired or was guessed at', async () => {
  const link = await aLink();
  await use(link);
  await expect(use(link)).rejects.toMatchObject({ reason: 'invalid_link' });

  const late = await aLink();
  const past = { expiresAt: new Date(Date.now() - 1) };
  await services.db.update(mailedLinks).set(past).where(eq(mailedLinks.id, late.id));
  await expect(use(late)).rejects.toMatchObject({ reason: 'invalid_link' });

  const guessed = await aLink();
  for (let attempt = 0; attempt < 5; attempt += 1) await countFailure(services.db, guessed);
  await expect(use(guessed)).rejects.toMatchObject({ reason: 'invalid_link' });
});

test('a use that is rolled back leaves the link as it was', async () => {
  const link = await aLink();
  const undone = services.db.transaction(async (tx) => {
    await useLink(tx, link);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await use(link);
});

test('what has expired is swept, what still works is not', async () => {
  const [late, good] = [await aLink(), await aLink()];
  const past = { expiresAt: new Date(Date.now() - 1) };
  await services.db.update(mailedLinks).set(past).where(eq(mailedLinks.id, late.id));
  await sweepLinks(services.db);
  const left = await services.db.select({ id: mailedLinks.id }).from(mailedLinks);
  const ids = left.map(({ id }) => id);
  expect(ids).toContain(good.id);
  expect(ids).not.toContain(late.id);
});
