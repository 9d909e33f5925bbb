import type { ChangeEmail } from '@portico/shared/accounts';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import { isFailure } from '../../engine/errors/failure.ts';
import { writeLetter } from '../../engine/mail/letter.ts';
import type { Context, SignedInContext } from '../../engine/procedure/context.ts';
import { createUser } from './accounts.service.ts';
import { mailedLinks, users } from './accounts.table.ts';
import { askNewAddress, verifyAddress } from './address-mails.ts';
import { addressChangedLetter } from './letters.ts';
import { invalidLink, openLink, useLink } from './mailed-links.service.ts';
import { openRegistration, type PendingRegistration } from './pending-registration.ts';
import { orTaken } from './taken.ts';

/** Mails about addresses that one account may cause. */
const mails = { calls: 5, seconds: 60 * 60 };

/**
 * Mails a link that verifies the address; nothing is mailed when it is verified already.
 * @throws rate_limited
 */
export async function sendVerification(
  ctx: Pick<Context, 'db' | 'jobs' | 'attempts'>,
  userId: string,
): Promise<void> {
  await ctx.attempts.take('verification', [{ key: `verification ${userId}`, ...mails }]);
  await ctx.jobs.enqueue(ctx.db, verifyAddress, { userId });
}

/**
 * Notes that an address is its account's, or makes the account that waited for that.
 * @throws invalid_link
 */
export async function verifyEmail(ctx: Context, token: string): Promise<void> {
  const pending = openRegistration(ctx.vault, 'link', token);
  if (pending) return createPending(ctx, pending);
  const link = await openLink(ctx, 'verify_email', token);
  await transaction(ctx.db, async (tx) => {
    await useLink(tx, link);
    if (!(await markVerified(tx, link.userId, link.email))) return;
    await ctx.audit.record(tx, ctx.request, { event: 'email_verified', userId: link.userId });
  });
}

/** Of two uses of a link the unique indexes let one win. */
async function createPending(ctx: Context, { until, email, ...newUser }: PendingRegistration): Promise<void> {
  if (until <= new Date()) throw invalidLink();
  try {
    await transaction(ctx.db, async (tx) => {
      const { id: userId } = await createUser(tx, { email, ...newUser });
      await markVerified(tx, userId, email);
      await ctx.audit.record(tx, ctx.request, { event: 'registered', userId });
      await ctx.audit.record(tx, ctx.request, { event: 'email_verified', userId });
    });
  } catch (error) {
    if (isFailure(error, 'email_taken')) throw invalidLink();
    if (!isFailure(error, 'username_taken')) throw error;
    throw invalidLink('Somebody has taken the username meanwhile: create the account with another one');
  }
}

/** Notes that somebody has opened what was mailed to this address; false when that was known, or it is not the account's any more. */
export async function markVerified(db: Db, userId: string, email: string): Promise<boolean> {
  const marked = await db
    .update(users)
    .set({ emailVerifiedAt: new Date() })
    .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  return marked.length > 0;
}

/** Who receives links at this address, whatever its case; undefined when nobody does, or their account is shut. */
export async function findReachable(
  db: Db,
  email: string,
): Promise<{ readonly id: string; readonly email: string; readonly username: string } | undefined> {
  const [found] = await db
    .select({ id: users.id, email: users.email, username: users.username })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isNull(users.disabledAt)));
  return found;
}

/**
 * Asks at the new address; it applies when its link is opened. Whether somebody else has the address, nobody is told.
 * @throws rate_limited
 */
export async function changeEmail(ctx: SignedInContext, { email }: ChangeEmail): Promise<void> {
  const userId = ctx.user.id;
  await ctx.attempts.take('email change', [{ key: `email change ${userId}`, ...mails }]);
  await transaction(ctx.db, async (tx) => {
    await ctx.jobs.enqueue(tx, askNewAddress, { userId, email });
    await ctx.audit.record(tx, ctx.request, { event: 'email_change_requested', userId });
  });
}

/**
 * Applies the new address. Links that went to the old one end, and the old one is told.
 * @throws invalid_link, email_taken when somebody else was faster
 */
export async function confirmEmailChange(ctx: Context, token: string): Promise<void> {
  const link = await openLink(ctx, 'change_email', token);
  const { userId, email } = link;
  await transaction(ctx.db, async (tx) => {
    await useLink(tx, link);
    const [old] = await tx
      .select({ email: users.email, username: users.username })
      .from(users)
      .where(eq(users.id, userId));
    if (!old) return;
    const change = { email, emailVerifiedAt: new Date(), version: sql`${users.version} + 1` };
    await orTaken(() => tx.update(users).set(change).where(eq(users.id, userId)));
    await tx.delete(mailedLinks).where(and(eq(mailedLinks.userId, userId), ne(mailedLinks.id, link.id)));
    await ctx.audit.record(tx, ctx.request, { event: 'email_changed', userId });
    const told = writeLetter(addressChangedLetter(old.username, email), ctx.request);
    await ctx.mail.send(tx, { to: old.email, ...told });
  });
}
