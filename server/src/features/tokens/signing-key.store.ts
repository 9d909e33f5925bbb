import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import type { KeyStore } from '../../engine/auth/key-ring.ts';
import type { Seal } from '../../engine/auth/seal.ts';
import { signingKeys } from './tokens.table.ts';

/** The purpose under which private keys are sealed. */
export const signingKeyPurpose = 'signing key';

/** Keeps signing keys in the database, private halves encrypted. */
export function signingKeyStore(db: Db): KeyStore {
  return {
    list: () => listKeys(db),
    addUnless: (suffice, make) =>
      transaction(db, async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext('portico signing keys'))`);
        if (!suffice(await listKeys(tx))) await tx.insert(signingKeys).values(await make());
      }),
    async remove(ids) {
      if (ids.length > 0) await db.delete(signingKeys).where(inArray(signingKeys.id, [...ids]));
    },
  };
}

/** Seals the keys under the present TOKEN_SECRET that are still sealed under the previous one. */
export async function resealSigningKeys(db: Db, seal: Seal): Promise<void> {
  for (const { id, sealedPrivateKey } of await listKeys(db)) {
    const renewed = seal.renew(sealedPrivateKey);
    if (!renewed) continue;
    const isAsItWas = and(eq(signingKeys.id, id), eq(signingKeys.sealedPrivateKey, sealedPrivateKey));
    await db.update(signingKeys).set({ sealedPrivateKey: renewed }).where(isAsItWas);
  }
}

function listKeys(db: Db) {
  return db.select().from(signingKeys).orderBy(asc(signingKeys.createdAt), asc(signingKeys.id));
}
