import { and, eq, isNotNull, lt } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Factors } from '../../engine/auth/factors.ts';
import type { Vault } from '../../engine/auth/vault.ts';
import { totpFactors } from './factors.table.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { stepOf } from './totp.ts';

/** The purpose under which the secrets of authenticators are sealed. */
export const totpPurpose = 'totp';

/** Keeps the second factors in the database. */
export function factorsIn(vault: Vault): Factors {
  return {
    async isRequired(db, userId) {
      return (await sealedSecretOf(db, userId)) !== null;
    },
    async use(db, userId, code) {
      if (await useTotpCode(db, vault, userId, code)) return 'totp';
      return (await useRecoveryCode(db, vault, userId, code)) ? 'recovery_code' : null;
    },
  };
}

/** Uses up the step of a right code: a code of the same step, or of an older one, counts no more. */
async function useTotpCode(db: Db, vault: Vault, userId: string, code: string): Promise<boolean> {
  const sealed = await sealedSecretOf(db, userId);
  const secret = sealed && vault.seal(totpPurpose).open(sealed);
  const step = secret ? stepOf(secret, code) : null;
  if (step === null) return false;
  const used = await db
    .update(totpFactors)
    .set({ lastStep: step })
    .where(
      and(eq(totpFactors.userId, userId), isNotNull(totpFactors.confirmedAt), lt(totpFactors.lastStep, step)),
    )
    .returning({ userId: totpFactors.userId });
  return used.length > 0;
}

async function sealedSecretOf(db: Db, userId: string): Promise<Uint8Array | null> {
  const [factor] = await db
    .select({ sealedSecret: totpFactors.sealedSecret })
    .from(totpFactors)
    .where(and(eq(totpFactors.userId, userId), isNotNull(totpFactors.confirmedAt)));
  return factor?.sealedSecret ?? null;
}
