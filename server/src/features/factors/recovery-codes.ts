import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Vault } from '../../engine/auth/vault.ts';
import { recoveryCodes } from './factors.table.ts';

/** Uses up a code; of two uses at once one succeeds. */
export async function useRecoveryCode(db: Db, vault: Vault, userId: string, code: string): Promise<boolean> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashCode(vault, userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}

/** Read aloud and typed from paper: neither case nor dashes nor spaces matter, and O is zero, I and L are one. */
function hashCode(vault: Vault, userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return vault.hash('recovery code', `${userId} ${plain}`);
}
