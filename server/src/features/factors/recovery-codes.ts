import { randomInt } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Vault } from '../../engine/auth/vault.ts';
import { recoveryCodes } from './factors.table.ts';

const count = 10;

const purpose = 'recovery code';

/** Crockford's letters and digits: none looks like another, 32 of them. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Letters of each half: ten are 50 bits, more than can be tried. */
const half = 5;

/** Gives a user ten new codes; the old ones count no more. */
export async function replaceRecoveryCodes(tx: Db, vault: Vault, userId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: vault.hash(purpose, toHash(userId, code)) })));
  return codes;
}

/** Uses up a code; of two uses at once one succeeds. */
export async function useRecoveryCode(db: Db, vault: Vault, userId: string, code: string): Promise<boolean> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        inArray(recoveryCodes.codeHash, vault.hashes(purpose, toHash(userId, code))),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}

/** How many codes are left. */
export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
}

/** Read aloud and typed from paper: neither case nor dashes nor spaces matter, and O is zero, I and L are one. */
function toHash(userId: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return `${userId} ${plain}`;
}

function newCode(): string {
  const letters = Array.from({ length: 2 * half }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, half).join('')}-${letters.slice(half).join('')}`;
}
