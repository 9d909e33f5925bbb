import type { StoredFile } from '@portico/shared/files';
import type { Page, PageInput } from '@portico/shared/paging';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { fail } from '../../engine/errors/failure.ts';
import { decodeCursor, isOlder, toPage } from '../../engine/paging/keyset.ts';
import type { Storage } from '../../engine/storage/storage.ts';
import { files } from './files.table.ts';
import { removeObjects } from './objects.ts';
import { type FileRow, toStoredFile } from './stored-file.ts';

/** A user's own files, newest first. */
export async function listMyFiles(
  db: Db,
  ownerId: string,
  { limit, cursor }: PageInput,
): Promise<Page<StoredFile>> {
  const after = decodeCursor(cursor);
  const rows = await db
    .select()
    .from(files)
    .where(and(eq(files.ownerId, ownerId), after && isOlder(files.createdAt, files.id, after)))
    .orderBy(desc(files.createdAt), desc(files.id))
    .limit(limit + 1);
  return toPage(rows, limit, toStoredFile, ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** @throws not_found when there is no such file that the caller may see */
export async function getFile(db: Db, caller: Caller | null, id: string): Promise<StoredFile> {
  return toStoredFile(await findVisible(db, caller, id));
}

/** The row of a public file, or of a private one to its owner and to administrators. */
export async function findVisible(db: Db, caller: Caller | null, id: string): Promise<FileRow> {
  const [file] = await db.select().from(files).where(eq(files.id, id));
  if (!file || !(file.visibility === 'public' || mayManage(caller, file))) throw noFile();
  return file;
}

/**
 * Deletes a file of the caller's; what shows it loses it. The row goes first, so that a failure in between leaves only
 * objects that the sweep removes.
 */
export async function deleteFile(db: Db, storage: Storage, caller: Caller, id: string): Promise<void> {
  const owned = caller.role === 'admin' ? undefined : eq(files.ownerId, caller.id);
  const deleted = await db
    .delete(files)
    .where(and(eq(files.id, id), owned))
    .returning({ id: files.id });
  if (deleted.length === 0) throw noFile();
  await removeObjects(storage, id);
}

function mayManage(caller: Caller | null, file: FileRow): boolean {
  return caller !== null && (caller.role === 'admin' || caller.id === file.ownerId);
}

function noFile() {
  return fail('not_found', { detail: 'No file has this id' });
}
