import { and, asc, eq, gt } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Vault } from '../../engine/auth/vault.ts';
import { totpFactors } from './factors.table.ts';
import { totpPurpose } from './use-factor.service.ts';

const pageSize = 500;

/** Seals the secrets of authenticators under the present TOKEN_SECRET that are still sealed under the previous one. */
export async function resealFactors(db: Db, vault: Vault): Promise<void> {
  const seal = vault.seal(totpPurpose);
  let page = await readPage(db, undefined);
  while (page.length > 0) {
    for (const { userId, sealedSecret } of page) {
      const renewed = seal.renew(sealedSecret);
      if (!renewed) continue;
      // Where somebody has begun with another authenticator meanwhile, that one stays.
      await db
        .update(totpFactors)
        .set({ sealedSecret: renewed })
        .where(and(eq(totpFactors.userId, userId), eq(totpFactors.sealedSecret, sealedSecret)));
    }
    page = await readPage(db, page.at(-1)?.userId);
  }
}

function readPage(db: Db, after: string | undefined) {
  return db
    .select({ userId: totpFactors.userId, sealedSecret: totpFactors.sealedSecret })
    .from(totpFactors)
    .where(after === undefined ? undefined : gt(totpFactors.userId, after))
    .orderBy(asc(totpFactors.userId))
    .limit(pageSize);
}
