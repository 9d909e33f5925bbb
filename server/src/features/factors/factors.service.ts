import type {
  ConfirmTotp,
  FactorStatus,
  RecoveryCodes,
  RemoveTotp,
  TotpSetup,
} from '@portico/shared/factors';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { renderSVG } from 'uqr';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import { recoveryCodes, totpFactors } from './factors.table.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
import { newTotpSecret, stepOf, totpUrl } from './totp.ts';
import { totpPurpose } from './use-factor.service.ts';

/** What the account asks for beside the password. */
export async function readStatus(db: Db, userId: string): Promise<FactorStatus> {
  const [[factor], recoveryCodesLeft] = await Promise.all([
    db
      .select({ confirmedAt: totpFactors.confirmedAt })
      .from(totpFactors)
      .where(eq(totpFactors.userId, userId)),
    countRecoveryCodes(db, userId),
  ]);
  return { totpConfirmedAt: factor?.confirmedAt ?? null, recoveryCodesLeft };
}

/**
 * Makes the secret of a new authenticator, which counts once {@link confirmTotp} has seen a code of it.
 * @throws conflict when the account has one
 */
export async function beginTotp({ db, vault, user, request }: SignedInContext): Promise<TotpSetup> {
  const secret = newTotpSecret();
  const begun = { sealedSecret: vault.seal(totpPurpose).close(secret), lastStep: 0, createdAt: new Date() };
  const written = await db
    .insert(totpFactors)
    .values({ userId: user.id, ...begun })
    .onConflictDoUpdate({
      target: totpFactors.userId,
      set: begun,
      setWhere: isNull(totpFactors.confirmedAt),
    })
    .returning({ userId: totpFactors.userId });
  if (written.length === 0) throw alreadyThere();
  const otpauthUrl = totpUrl(secret, new URL(request.origin).hostname, user.username);
  return { secret, otpauthUrl, qrSvg: renderSVG(otpauthUrl) };
}

/**
 * Asks for codes from now on, because the authenticator has shown that it knows the secret.
 * @throws not_found when nothing was begun, conflict when the account has one, invalid_code
 */
export async function confirmTotp(
  ctx: SignedInContext,
  { code, revokeOthers }: ConfirmTotp,
): Promise<RecoveryCodes> {
  const { user, vault } = ctx;
  return transaction(ctx.db, async (tx) => {
    const [begun] = await tx.select().from(totpFactors).where(eq(totpFactors.userId, user.id)).for('update');
    const secret = begun && vault.seal(totpPurpose).open(begun.sealedSecret);
    if (!begun || !secret) throw fail('not_found', { detail: 'Begin with a new authenticator first' });
    if (begun.confirmedAt) throw alreadyThere();
    const lastStep = stepOf(secret, code);
    if (lastStep === null) throw fail('invalid_code');
    await tx
      .update(totpFactors)
      .set({ confirmedAt: new Date(), lastStep })
      .where(eq(totpFactors.userId, user.id));
    const codes = await replaceRecoveryCodes(tx, vault, user.id);
    await ctx.audit.record(tx, ctx.request, { event: 'factor_added', userId: user.id });
    if (revokeOthers) await ctx.devices.revokeOthers(tx, user.id, user.sessionId);
    return { recoveryCodes: codes };
  });
}

/**
 * Asks for codes no more; the recovery codes go, too.
 * @throws not_found when the account has no authenticator
 */
export async function removeTotp(ctx: SignedInContext, { revokeOthers }: RemoveTotp): Promise<void> {
  const { user } = ctx;
  await transaction(ctx.db, async (tx) => {
    const removed = await tx
      .delete(totpFactors)
      .where(and(eq(totpFactors.userId, user.id), isNotNull(totpFactors.confirmedAt)))
      .returning({ userId: totpFactors.userId });
    if (removed.length === 0) throw noFactor();
    await dropFactor(tx, user.id);
    await ctx.audit.record(tx, ctx.request, { event: 'factor_removed', userId: user.id });
    if (revokeOthers) await ctx.devices.revokeOthers(tx, user.id, user.sessionId);
  });
}

/** Removes what there is of a second factor, also where it was only begun. */
export async function dropFactor(tx: Db, userId: string): Promise<void> {
  await tx.delete(totpFactors).where(eq(totpFactors.userId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}

/**
 * Gives ten new recovery codes; the old ones count no more.
 * @throws not_found when the account has no authenticator
 */
export async function renewRecoveryCodes(ctx: SignedInContext): Promise<RecoveryCodes> {
  const { user, vault } = ctx;
  return transaction(ctx.db, async (tx) => {
    const [factor] = await tx
      .select({ userId: totpFactors.userId })
      .from(totpFactors)
      .where(and(eq(totpFactors.userId, user.id), isNotNull(totpFactors.confirmedAt)))
      .for('update');
    if (!factor) throw noFactor();
    const codes = await replaceRecoveryCodes(tx, vault, user.id);
    await ctx.audit.record(tx, ctx.request, { event: 'recovery_codes_renewed', userId: user.id });
    return { recoveryCodes: codes };
  });
}

function alreadyThere() {
  return fail('conflict', { detail: 'The account has an authenticator: remove it first' });
}

function noFactor() {
  return fail('not_found', { detail: 'The account has no authenticator' });
}
