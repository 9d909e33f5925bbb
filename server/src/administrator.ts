/** The administrator whom the configuration names. */
import { randomInt } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Db } from './db/connect.ts';
import { transaction } from './db/transaction.ts';
import { allDevices } from './engine/auth/devices.ts';
import { hashPassword, verifyPassword } from './engine/auth/passwords.ts';
import { users } from './features/accounts/accounts.table.ts';
import { endLinks } from './features/accounts/mailed-links.service.ts';
import { browsers } from './features/accounts/session.devices.ts';
import { disconnectAll } from './features/connections/connections.service.ts';
import { dropFactor } from './features/factors/factors.service.ts';
import { apps } from './features/tokens/token.devices.ts';

/** How an administrator signs in. */
export interface AdminLogin {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

type Found = Pick<typeof users.$inferSelect, 'id' | 'emailVerifiedAt'>;

/**
 * Makes sure that the user of this e-mail address is there, is an administrator, and has this password. What was opened with
 * another password ends.
 */
export async function ensureAdmin(db: Db, { username, email, password }: AdminLogin): Promise<void> {
  const [found] = await db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  if (found?.role === 'admin' && (await verifyPassword(found.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  // Who runs the server has said whose address it is.
  const admin = { role: 'admin', passwordHash, emailVerifiedAt: new Date() } as const;
  if (found) {
    await transaction(db, async (tx) => {
      await tx.update(users).set(admin).where(eq(users.id, found.id));
      await expelOthers(tx, found);
    });
    return;
  }
  for (const name of [username, `${username}-${randomInt(1e6)}`]) {
    const values = { ...admin, username: name, email };
    const added = await db.insert(users).values(values).onConflictDoNothing().returning({ id: users.id });
    if (added.length > 0) return;
  }
}

const devices = allDevices([browsers, apps]);

/** An account whose address nobody had shown to be theirs may have been made by anybody: then nothing that they set up stays. */
async function expelOthers(tx: Db, { id, emailVerifiedAt }: Found): Promise<void> {
  await devices.revokeOthers(tx, id, null);
  await endLinks(tx, id);
  if (emailVerifiedAt) return;
  await disconnectAll(tx, id);
  await dropFactor(tx, id);
}
