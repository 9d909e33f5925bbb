import { asc, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import type { KeyStore } from '../../engine/auth/key-ring.ts';
import { signingKeys } from './tokens.table.ts';

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

function listKeys(db: Db) {
  return db.select().from(signingKeys).orderBy(asc(signingKeys.createdAt), asc(signingKeys.id));
}
