import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { newToken, parseToken } from '../../engine/auth/session-token.ts';
import type { Vault } from '../../engine/auth/vault.ts';
import { fail } from '../../engine/errors/failure.ts';
import { networkOf } from '../../engine/http/network.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { mailedLinks, users } from './accounts.table.ts';

/** What opening a link does. */
export type LinkPurpose = (typeof mailedLinks.$inferSelect)['purpose'];

const minutes = 60 * 1000;

/** The page of the site that each opens, and how long it works, in milliseconds. */
const kinds: Readonly<Record<LinkPurpose, { readonly page: string; readonly lifetime: number }>> = {
  verify_email: { page: 'verify-email', lifetime: 24 * 60 * minutes },
  change_email: { page: 'confirm-email', lifetime: 60 * minutes },
  reset_password: { page: 'reset-password', lifetime: 30 * minutes },
  magic_link: { page: 'magic-link', lifetime: 10 * minutes },
};

/** A link to be mailed. */
export interface IssuedLink {
  readonly url: string;
  readonly until: Date;
}

/**
 * Makes a link that works once. Its token is in the fragment, which browsers keep to themselves: no log and no other site
 * ever sees it.
 */
export async function issueLink(
  db: Db,
  { vault, origin }: { readonly vault: Vault; readonly origin: string },
  {
    purpose,
    userId,
    email,
  }: { readonly purpose: LinkPurpose; readonly userId: string; readonly email: string },
): Promise<IssuedLink> {
  const { page, lifetime } = kinds[purpose];
  const token = newToken();
  const { publicId, secret } = parseToken(token) ?? { publicId: '', secret: '' };
  const until = new Date(Date.now() + lifetime);
  const secretHash = vault.hash(hashPurpose(purpose), secret);
  await db.insert(mailedLinks).values({ id: publicId, purpose, userId, email, secretHash, expiresAt: until });
  return { url: `${origin}/${page}#token=${token}`, until };
}

/** What a link is good for, to whoever holds it. */
export interface Link {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly userId: string;
  /** Where it was sent. */
  readonly email: string;
}

/** Links that one address may try. */
const tries = { calls: 30, seconds: 15 * 60 };

/** Wrong codes of a second factor after which a link is worthless. */
const mostFailures = 5;

/**
 * The link of a token, which stays usable.
 * @throws invalid_link when it is none of ours, too old, used, or was sent to an address that is no longer the account's
 */
export async function openLink(
  ctx: Pick<Context, 'db' | 'vault' | 'attempts' | 'request'>,
  purpose: LinkPurpose,
  token: string,
): Promise<Link> {
  const attempt = await ctx.attempts.take('link', [
    { key: `link ${networkOf(ctx.request.address)}`, ...tries },
  ]);
  const parsed = parseToken(token);
  const link = parsed && (await findLink(ctx.db, purpose, parsed.publicId));
  if (!link || !ctx.vault.isHash(hashPurpose(purpose), parsed.secret, link.secretHash)) throw invalidLink();
  await attempt.forgive();
  const { id, userId, email } = link;
  return { id, purpose, userId, email };
}

async function findLink(db: Db, purpose: LinkPurpose, id: string) {
  const [found] = await db
    .select({ link: mailedLinks, currentEmail: users.email, disabledAt: users.disabledAt })
    .from(mailedLinks)
    .innerJoin(users, eq(users.id, mailedLinks.userId))
    .where(and(eq(mailedLinks.id, id), eq(mailedLinks.purpose, purpose), isUsable()));
  if (!found || found.disabledAt) return null;
  const { link, currentEmail } = found;
  return purpose === 'change_email' || link.email === currentEmail ? link : null;
}

/**
 * Uses a link up, and with it all others of its purpose. Of two uses at once one succeeds.
 * @param tx the transaction of what the link is for
 * @throws invalid_link
 */
export async function useLink(tx: Db, { id, purpose, userId }: Link): Promise<void> {
  // In this order for everybody, so that two links of one account do not wait for each other.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  const used = { usedAt: new Date() };
  const own = and(eq(mailedLinks.id, id), isUsable());
  const [won] = await tx.update(mailedLinks).set(used).where(own).returning({ id: mailedLinks.id });
  if (!won) throw invalidLink();
  const others = and(
    eq(mailedLinks.userId, userId),
    eq(mailedLinks.purpose, purpose),
    isNull(mailedLinks.usedAt),
  );
  await tx.update(mailedLinks).set(used).where(others);
}

/** What a stranger may have asked for before the owner shut them out; a link that verifies an address harms nobody. */
const waysBackIn: LinkPurpose[] = ['change_email', 'reset_password', 'magic_link'];

/** Makes worthless what was mailed to get into an account, or to move it to another address. */
export async function endLinks(tx: Db, userId: string): Promise<void> {
  await tx
    .delete(mailedLinks)
    .where(and(eq(mailedLinks.userId, userId), inArray(mailedLinks.purpose, waysBackIn)));
}

/** Counts a wrong code that came with a link. */
export async function countFailure(db: Db, { id }: Link): Promise<void> {
  await db
    .update(mailedLinks)
    .set({ attempts: sql`${mailedLinks.attempts} + 1` })
    .where(eq(mailedLinks.id, id));
}

/** Removes what nobody can use any more. */
export async function sweepLinks(db: Db): Promise<void> {
  await db.delete(mailedLinks).where(lt(mailedLinks.expiresAt, new Date()));
}

const isUsable = () =>
  and(
    isNull(mailedLinks.usedAt),
    gt(mailedLinks.expiresAt, new Date()),
    lt(mailedLinks.attempts, mostFailures),
  );

const hashPurpose = (purpose: LinkPurpose): string => `mailed link ${purpose}`;

/** The failure of a link that opens nothing. */
export const invalidLink = (detail = 'This link is used, too old, or not one of ours') =>
  fail('invalid_link', { detail });
