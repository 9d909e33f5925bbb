import type { Connection, ConnectionRef, ProviderId } from '@portico/shared/connections';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import type { Identity } from '../../engine/auth/identity-provider.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import { waysInBeside } from '../accounts/ways-in.service.ts';
import { connections } from './connections.table.ts';

const { provider, subject, label, createdAt, lastUsedAt } = connections;

/** The accounts elsewhere that sign a user in, oldest first. */
export async function listConnections(db: Db, userId: string): Promise<Connection[]> {
  const rows = await db
    .select({ provider, subject, label, createdAt, lastUsedAt })
    .from(connections)
    .where(eq(connections.userId, userId))
    .orderBy(asc(createdAt));
  return rows.map((row) => ({ ...row, provider: row.provider as ProviderId }));
}

/** The user whom an identity signs in, if any; notes that it was used. */
export async function findConnected(db: Db, { issuer, subject: id }: Identity): Promise<string | null> {
  const [found] = await db
    .update(connections)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(connections.issuer, issuer), eq(subject, id)))
    .returning({ userId: connections.userId });
  return found?.userId ?? null;
}

/**
 * Lets an identity sign a user in.
 * @returns false when it is somebody's already
 */
export async function addConnection(
  db: Db,
  userId: string,
  providerId: ProviderId,
  identity: Identity,
): Promise<boolean> {
  const values = { provider: providerId, issuer: identity.issuer, subject: identity.subject, userId };
  const added = await db
    .insert(connections)
    .values({ ...values, label: identity.label.slice(0, 200) })
    .onConflictDoNothing({ target: [connections.issuer, subject] })
    .returning({ subject });
  return added.length > 0;
}

/**
 * Lets no account elsewhere sign a user in any more.
 * @returns the services that they were of
 */
export async function disconnectAll(tx: Db, userId: string): Promise<string[]> {
  const removed = await tx.delete(connections).where(eq(connections.userId, userId)).returning({ provider });
  return removed.map((one) => one.provider);
}

/**
 * Lets an account elsewhere sign the caller in no more.
 * @throws not_found, last_way_in
 */
export async function removeConnection(ctx: SignedInContext, ref: ConnectionRef): Promise<void> {
  const { id: userId } = ctx.user;
  await transaction(ctx.db, async (tx) => {
    // Locks the user's row, so that of two removals at once the second sees what the first has left.
    const hasOtherWayIn = await waysInBeside(tx, userId);
    const removed = await tx
      .delete(connections)
      .where(and(eq(connections.userId, userId), eq(provider, ref.provider), eq(subject, ref.subject)))
      .returning({ subject });
    if (removed.length === 0) throw fail('not_found', { detail: 'You are not connected to this account' });
    if (!hasOtherWayIn && (await listConnections(tx, userId)).length === 0) throw fail('last_way_in');
    await ctx.audit.record(tx, ctx.request, {
      event: 'connection_removed',
      userId,
      details: { provider: ref.provider },
    });
  });
}
