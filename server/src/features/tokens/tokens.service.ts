import type { Tokens } from '@portico/shared/tokens';
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import { accessTokenSeconds } from '../../engine/auth/access-tokens.ts';
import { invalidToken } from '../../engine/auth/bearer.ts';
import type { Shown } from '../../engine/auth/session-store.ts';
import { newToken, parseToken } from '../../engine/auth/session-token.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { admittedUsers, stillStands } from '../accounts/standing.service.ts';
import { refreshTokens, tokenFamilies } from './tokens.table.ts';

const day = 24 * 60 * 60 * 1000;

/** How long a refresh token waits for its use, and how long one may go on refreshing, in milliseconds. */
export const idleMs = 30 * day;
export const absoluteMs = 90 * day;

/** The purpose under which the secrets of refresh tokens are hashed. */
const purpose = 'refresh token';

type Family = typeof tokenFamilies.$inferSelect;

/** Characters; what is longer describes no app. */
const longestUserAgent = 500;

/**
 * Begins a family for a user who has proven who they are.
 * @throws invalid_credentials when the account was shut or asks for something else meanwhile
 */
export async function openFamily(
  ctx: Context,
  { id: userId, ...shown }: { readonly id: string } & Shown,
  scopes: readonly string[],
): Promise<Tokens> {
  const { address, userAgent } = ctx.request;
  const { family, refresh } = await transaction(ctx.db, async (tx) => {
    if (!(await stillStands(tx, ctx.factors, userId, shown))) throw fail('invalid_credentials');
    const [opened] = await tx
      .insert(tokenFamilies)
      .values({
        userId,
        scopes: [...scopes],
        address,
        userAgent: userAgent.slice(0, longestUserAgent),
        expiresAt: new Date(Date.now() + absoluteMs),
      })
      .returning();
    if (!opened) throw new Error('The family was not inserted');
    await ctx.audit.record(tx, ctx.request, { event: 'token_created', userId });
    return { family: opened, refresh: await addRefreshToken(tx, ctx, opened) };
  });
  return toTokens(ctx, family, refresh);
}

/**
 * Exchanges a refresh token for a new pair. One that was used before was stolen, or its thief was first: its family ends.
 * @throws invalid_token
 */
export async function refreshFamily(ctx: Context, token: string): Promise<Tokens> {
  const parsed = parseToken(token);
  if (!parsed) throw invalidToken();
  const used = await transaction(ctx.db, async (tx) => {
    const found = await lockToken(tx, parsed.publicId);
    if (!found || !ctx.vault.isHash(purpose, parsed.secret, found.token.secretHash)) return null;
    if (found.token.usedAt) return { reused: found.family };
    if (found.token.expiresAt <= new Date()) return null;
    await tx.update(refreshTokens).set({ usedAt: sql`now()` }).where(eq(refreshTokens.id, parsed.publicId));
    await tx
      .update(tokenFamilies)
      .set({ lastUsedAt: sql`now()`, address: ctx.request.address })
      .where(eq(tokenFamilies.id, found.family.id));
    return { family: found.family, refresh: await addRefreshToken(tx, ctx, found.family) };
  });
  if (!used) throw invalidToken();
  if (used.family) return toTokens(ctx, used.family, used.refresh);
  await endReused(ctx, used.reused);
  throw invalidToken('This token was used before, so all that came of it has ended');
}

/** Ends the family of a refresh token; no error when there is none. */
export async function revokeFamily(ctx: Context, token: string): Promise<void> {
  const parsed = parseToken(token);
  const [found] = parsed
    ? await ctx.db
        .select({ secretHash: refreshTokens.secretHash, family: tokenFamilies })
        .from(refreshTokens)
        .innerJoin(tokenFamilies, eq(tokenFamilies.id, refreshTokens.familyId))
        .where(eq(refreshTokens.id, parsed.publicId))
    : [];
  if (!parsed || !found || !ctx.vault.isHash(purpose, parsed.secret, found.secretHash)) return;
  if (await endFamily(ctx.db, found.family)) {
    await ctx.audit.record(ctx.db, ctx.request, { event: 'token_revoked', userId: found.family.userId });
  }
}

/** Removes families whose time is over, and those that were revoked a day ago. */
export async function sweepFamilies(db: Db): Promise<void> {
  const yesterday = new Date(Date.now() - day);
  await db
    .delete(tokenFamilies)
    .where(or(lt(tokenFamilies.expiresAt, new Date()), lt(tokenFamilies.revokedAt, yesterday)));
}

/** The token with its family, as long as the family and its user stand; locked, so that of two refreshes one is second. */
async function lockToken(tx: Db, id: string) {
  const user = admittedUsers(tx);
  const [found] = await tx
    .select({ token: refreshTokens, family: tokenFamilies })
    .from(refreshTokens)
    .innerJoin(tokenFamilies, eq(tokenFamilies.id, refreshTokens.familyId))
    .innerJoin(user, eq(user.id, tokenFamilies.userId))
    .where(
      and(eq(refreshTokens.id, id), isNull(tokenFamilies.revokedAt), gt(tokenFamilies.expiresAt, sql`now()`)),
    )
    .for('update', { of: [refreshTokens] });
  return found;
}

async function addRefreshToken(tx: Db, { vault }: Context, { id: familyId, expiresAt: end }: Family) {
  const token = newToken();
  const [id = '', secret = ''] = token.split('.');
  const secretHash = vault.hash(purpose, secret);
  const expiresAt = new Date(Math.min(Date.now() + idleMs, end.getTime()));
  await tx.insert(refreshTokens).values({ id, familyId, secretHash, expiresAt });
  return { token, expiresAt };
}

async function endReused(ctx: Context, family: Family): Promise<void> {
  if (!(await endFamily(ctx.db, family))) return;
  await ctx.audit.record(ctx.db, ctx.request, { event: 'token_reused', userId: family.userId });
}

/** @returns false when it had ended already */
async function endFamily(db: Db, { id }: Family): Promise<boolean> {
  const ended = await db
    .update(tokenFamilies)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(tokenFamilies.id, id), isNull(tokenFamilies.revokedAt)))
    .returning({ id: tokenFamilies.id });
  return ended.length > 0;
}

async function toTokens(
  ctx: Context,
  { id: familyId, userId, scopes, authenticatedAt }: Family,
  refresh: { readonly token: string; readonly expiresAt: Date },
): Promise<Tokens> {
  return {
    tokenType: 'Bearer',
    accessToken: await ctx.accessTokens.sign({ userId, familyId, scopes, authenticatedAt }),
    expiresIn: accessTokenSeconds,
    refreshToken: refresh.token,
    refreshExpiresAt: refresh.expiresAt,
    user: await readUser(ctx.db, userId),
  };
}
