import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { newToken, parseToken } from '../../engine/auth/session-token.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { connectionTickets } from './connections.table.ts';

/** How long somebody may look for their authenticator, in milliseconds. */
const patienceMs = 10 * 60 * 1000;

const purpose = 'connection ticket';

/** What a ticket stands for. */
export interface Ticket {
  readonly id: string;
  readonly userId: string;
  readonly provider: string;
}

/** Writes down that a service vouched for somebody, until they have given their second factor. */
export async function issueTicket(ctx: Context, { userId, provider }: Omit<Ticket, 'id'>): Promise<string> {
  const token = newToken();
  const [id = '', secret = ''] = token.split('.');
  const expiresAt = new Date(Date.now() + patienceMs);
  const secretHash = ctx.vault.hash(purpose, secret);
  await ctx.db.insert(connectionTickets).values({ id, secretHash, userId, provider, expiresAt });
  return token;
}

/** @throws invalid_link */
export async function readTicket(ctx: Context, token: string): Promise<Ticket> {
  const parsed = parseToken(token);
  const [found] = parsed
    ? await ctx.db
        .select()
        .from(connectionTickets)
        .where(and(eq(connectionTickets.id, parsed.publicId), gt(connectionTickets.expiresAt, sql`now()`)))
    : [];
  if (!parsed || !found || !ctx.vault.isHash(purpose, parsed.secret, found.secretHash)) {
    throw fail('invalid_link', { detail: 'Sign in once more' });
  }
  return found;
}

/**
 * Uses a ticket up: of two at once one succeeds.
 * @throws invalid_link
 */
export async function useTicket(db: Db, { id }: Ticket): Promise<void> {
  const used = await db
    .delete(connectionTickets)
    .where(eq(connectionTickets.id, id))
    .returning({ id: connectionTickets.id });
  if (used.length === 0) throw fail('invalid_link', { detail: 'Sign in once more' });
}

/** Removes tickets whose time is over. */
export async function sweepTickets(db: Db): Promise<void> {
  await db.delete(connectionTickets).where(lt(connectionTickets.expiresAt, sql`now()`));
}
