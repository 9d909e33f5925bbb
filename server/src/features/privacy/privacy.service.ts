import type { CancelDeletion, Leaving } from '@portico/shared/privacy';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import type { AuditLog } from '../../engine/audit/audit.ts';
import { writeLetter } from '../../engine/mail/letter.ts';
import type { FileOutput } from '../../engine/operations/outputs.ts';
import type { Context, SignedInContext } from '../../engine/procedure/context.ts';
import type { Storage } from '../../engine/storage/storage.ts';
import { readUser } from '../accounts/accounts.service.ts';
import {
  administrate,
  assertAnotherAdmin,
  deleteLeaver,
  findLeavers,
  readManagedUser,
} from '../accounts/administration.service.ts';
import { proveOwner } from '../accounts/prove-identity.service.ts';
import { fileIdsOf, removeContents } from '../files/files.service.ts';
import { writeArchive } from './archive.ts';
import { leavingLetter } from './letters.ts';

/** How long the owner of an account may change their mind, in milliseconds: 14 days. */
export const graceMs = 14 * 24 * 60 * 60 * 1000;

/** Accounts that one sweep deletes. */
const sweepSize = 100;

/** Everything that is kept about the caller, as a JSON file. */
export async function exportData(ctx: SignedInContext): Promise<FileOutput> {
  const archive = await writeArchive(ctx);
  await ctx.audit.record(ctx.db, ctx.request, { event: 'data_exported', userId: ctx.user.id });
  return {
    kind: 'file',
    url: '/api/me/export',
    type: 'application/json',
    size: archive.size,
    name: `portico-${ctx.user.username}.json`,
    disposition: 'attachment',
    etag: archive.digest,
    cacheControl: 'private, no-store',
    open: archive.open,
  };
}

/**
 * Marks the caller's account for deletion and signs it out everywhere.
 * @throws last_admin
 */
export async function requestDeletion(ctx: SignedInContext): Promise<Leaving> {
  const { id } = ctx.user;
  const deleteAfter = new Date(Date.now() + graceMs);
  await transaction(ctx.db, async (tx) => {
    await assertAnotherAdmin(tx, id);
    await administrate(tx, id, { deleteAfter });
    await ctx.devices.revokeOthers(tx, id, null);
    await ctx.audit.record(tx, ctx.request, { event: 'deletion_requested', userId: id });
    const { email, username } = await readUser(tx, id);
    const sender = { origin: ctx.request.origin };
    await ctx.mail.send(tx, {
      to: email,
      ...writeLetter(leavingLetter(username, deleteAfter, sender.origin), sender),
    });
  });
  await ctx.auth.signOut(ctx, null);
  return { deleteAfter };
}

/**
 * Keeps an account after all. An account that an administrator shut stays shut.
 * @throws what {@link proveOwner} throws
 */
export async function cancelDeletion(ctx: Context, login: CancelDeletion): Promise<void> {
  const { id } = await proveOwner(ctx, login);
  await transaction(ctx.db, async (tx) => {
    const { deleteAfter } = await readManagedUser(tx, id);
    if (deleteAfter === null) return;
    await administrate(tx, id, { deleteAfter: null });
    await ctx.audit.record(tx, ctx.request, { event: 'deletion_cancelled', userId: id });
  });
}

/** Deletes the accounts whose time has come. Rows go first: what a crash leaves of files, their own sweep removes. */
export async function deleteLeavers(db: Db, storage: Storage, audit: AuditLog): Promise<void> {
  for (const id of await findLeavers(db, sweepSize)) {
    const fileIds = await transaction(db, async (tx) => {
      const owned = await fileIdsOf(tx, id);
      if (!(await deleteLeaver(tx, id))) return [];
      await audit.record(
        tx,
        { address: '', userAgent: 'Portico' },
        { event: 'account_deleted', userId: null },
      );
      return owned;
    });
    await removeContents(storage, fileIds);
  }
}
