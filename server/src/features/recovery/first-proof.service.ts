import type { Db } from '../../db/connect.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { markVerified } from '../accounts/addresses.service.ts';
import type { Link } from '../accounts/mailed-links.service.ts';
import { removePassword } from '../accounts/passwords.service.ts';
import { disconnectAll } from '../connections/connections.service.ts';

/**
 * Notes that whoever came by a link reads the mail of the account's address. Where they are the first to show that, somebody
 * else may have made the account under their address, to wait in it for them: no way in that was set up before stays.
 */
export async function proveAddress(
  ctx: Pick<Context, 'audit' | 'devices' | 'request'>,
  tx: Db,
  { userId, email, purpose }: Link,
): Promise<void> {
  if (!(await markVerified(tx, userId, email))) return;
  await ctx.audit.record(tx, ctx.request, { event: 'email_verified', userId });
  // A reset has chosen a password of their own.
  if (purpose === 'magic_link' && (await removePassword(tx, userId))) {
    await ctx.audit.record(tx, ctx.request, { event: 'password_removed', userId });
  }
  await ctx.devices.revokeOthers(tx, userId, null);
  for (const provider of await disconnectAll(tx, userId)) {
    await ctx.audit.record(tx, ctx.request, { event: 'connection_removed', userId, details: { provider } });
  }
}
