import type { User } from '@portico/shared/accounts';
import type { ResetPassword, UseMagicLink } from '@portico/shared/recovery';
import { transaction } from '../../db/transaction.ts';
import type { Budget } from '../../engine/attempts/attempts.ts';
import { fail, isFailure } from '../../engine/errors/failure.ts';
import { networkOf } from '../../engine/http/network.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { assertAdmissible, openSession, useCode } from '../accounts/admit.service.ts';
import { countFailure, type Link, openLink, useLink } from '../accounts/mailed-links.service.ts';
import { hashChosenPassword, storePassword } from '../accounts/passwords.service.ts';
import { proveAddress } from './first-proof.service.ts';
import { mailLink } from './link-mails.ts';

/** Requests for links, whether or not anybody has the address. */
function budgetsOf(purpose: string, email: string, network: string): Budget[] {
  return [
    { key: `${purpose} ${email} ${network}`, calls: 5, seconds: 15 * 60 },
    { key: `${purpose} from ${network}`, calls: 30, seconds: 15 * 60 },
    { key: `${purpose} for ${email}`, calls: 10, seconds: 60 * 60 },
  ];
}

/**
 * Mails a link to whoever has the address. The call does the same work and has the same answer when nobody has.
 * @throws rate_limited
 */
export async function requestLink(
  ctx: Context,
  purpose: 'reset_password' | 'magic_link',
  email: string,
): Promise<void> {
  const { address, userAgent } = ctx.request;
  await ctx.attempts.take('recovery', budgetsOf(purpose, email.toLowerCase(), networkOf(address)));
  await ctx.jobs.enqueue(ctx.db, mailLink, { purpose, email, address, userAgent });
}

/**
 * Gives the account a new password and ends everything that was signed in with the old one. The link is used up only when all
 * that the account asks for is right; it signs nobody in.
 * @throws invalid_link, second_factor_required, invalid_code, rate_limited; invalid_input when the password is a common one
 */
export async function resetPassword(ctx: Context, { token, password, code }: ResetPassword): Promise<void> {
  const link = await openLink(ctx, 'reset_password', token);
  const { userId } = link;
  const needsCode = await ctx.factors.isRequired(ctx.db, userId);
  if (needsCode && code === undefined) throw fail('second_factor_required');
  // Before the code, which works once: a weak password must not cost it.
  const passwordHash = await hashChosenPassword(password, await readUser(ctx.db, userId));
  if (needsCode) await countingFailures(ctx, link, () => useCode(ctx, userId, code));
  await transaction(ctx.db, async (tx) => {
    await useLink(tx, link);
    await storePassword(tx, userId, passwordHash);
    await proveAddress(ctx, tx, link);
    await ctx.devices.revokeOthers(tx, userId, null);
    await ctx.audit.record(tx, ctx.request, { event: 'password_reset', userId });
  });
}

/**
 * Signs in whoever holds the link, after everything that the account asks for; only then the link is used up.
 * @throws invalid_link, and what {@link assertAdmissible} throws
 */
export async function signInByLink(ctx: Context, { token, code }: UseMagicLink): Promise<User> {
  const link = await openLink(ctx, 'magic_link', token);
  const { userId } = link;
  const proof = { by: 'magic_link', code, provesAddress: true };
  const withCode = await countingFailures(ctx, link, () => assertAdmissible(ctx, { id: userId }, proof));
  await transaction(ctx.db, async (tx) => {
    await useLink(tx, link);
    await proveAddress(ctx, tx, link);
    await ctx.audit.record(tx, ctx.request, { event: 'signed_in', userId, details: { by: proof.by } });
  });
  await openSession(ctx, userId, { withCode });
  return readUser(ctx.db, userId);
}

async function countingFailures<Result>(
  ctx: Context,
  link: Link,
  check: () => Promise<Result>,
): Promise<Result> {
  try {
    return await check();
  } catch (error) {
    if (isFailure(error, 'invalid_code')) await countFailure(ctx.db, link);
    throw error;
  }
}
