import type { Device } from '@portico/shared/accounts';
import { deviceName } from '@portico/shared/device-name';
import { transaction } from '../../db/transaction.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import { tell } from './tell.ts';

/** Where the caller is signed in, the last used first. */
export async function listDevices({ db, devices, user }: SignedInContext): Promise<{ items: Device[] }> {
  const found = await devices.list(db, user.id);
  return {
    items: found.map(({ userAgent, ...device }) => ({
      ...device,
      name: deviceName(userAgent),
      current: device.id === user.sessionId,
    })),
  };
}

/**
 * Signs one device out.
 * @throws not_found
 */
export async function revokeDevice(ctx: SignedInContext, id: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const revoked = await ctx.devices.revoke(tx, ctx.user.id, id);
    if (!revoked) throw fail('not_found', { detail: 'You are not signed in on such a device' });
    await tell({ ...ctx, db: tx }, { event: 'session_revoked', userId: ctx.user.id });
  });
}

/** Signs every device out but the one that asks. */
export async function revokeOtherDevices(ctx: SignedInContext): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const count = await ctx.devices.revokeOthers(tx, ctx.user.id, ctx.user.sessionId);
    const details = { count: String(count) };
    await tell({ ...ctx, db: tx }, { event: 'sessions_revoked', userId: ctx.user.id, details });
  });
}
