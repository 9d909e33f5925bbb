import type { ManagedUser, SetRole } from '@portico/shared/admin';
import type { AuditEventName } from '@portico/shared/audit';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import {
  type Administration,
  administrate,
  assertAnotherAdmin,
  readManagedUser,
} from '../accounts/administration.service.ts';
import { endLinks } from '../accounts/mailed-links.service.ts';

/**
 * Makes somebody an administrator, or no longer one; it holds from their next request on.
 * @throws not_found, last_admin
 */
export function setRole(ctx: SignedInContext, { id, role }: SetRole): Promise<ManagedUser> {
  return change(ctx, id, 'role_changed', { role }, { role });
}

/**
 * Shuts an account: it has no way in, and everything that was signed in ends, as does what was mailed to get in: it shall not
 * work once the account is open again.
 * @throws not_found, last_admin, conflict
 */
export function disable(ctx: SignedInContext, id: string): Promise<ManagedUser> {
  if (id === ctx.user.id) throw fail('conflict', { detail: 'You cannot shut your own account' });
  return change(ctx, id, 'account_disabled', { disabledAt: new Date() });
}

/**
 * Opens a shut account again, and keeps one whose owner had asked for its deletion.
 * @throws not_found
 */
export function enable(ctx: SignedInContext, id: string): Promise<ManagedUser> {
  return change(ctx, id, 'account_enabled', { disabledAt: null, deleteAfter: null });
}

async function change(
  ctx: SignedInContext,
  id: string,
  event: AuditEventName,
  changes: Administration,
  details: Readonly<Record<string, string>> = {},
): Promise<ManagedUser> {
  await transaction(ctx.db, async (tx) => {
    if (changes.role === 'user' || changes.disabledAt) await assertAnotherAdmin(tx, id);
    if (!(await administrate(tx, id, changes))) throw fail('not_found', { detail: 'No user has this id' });
    if (changes.disabledAt) {
      await ctx.devices.revokeOthers(tx, id, null);
      await endLinks(tx, id);
    }
    await record(ctx, tx, { event, userId: id, details });
  });
  return readManagedUser(ctx.db, id);
}

async function record(
  { audit, request, user }: SignedInContext,
  tx: Db,
  what: {
    readonly event: AuditEventName;
    readonly userId: string;
    readonly details: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await audit.record(tx, request, { ...what, actorId: user.id });
}
