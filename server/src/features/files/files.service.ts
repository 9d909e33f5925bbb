import type { StoredFile } from '@portico/shared/files';
import type { Page, PageInput } from '@portico/shared/paging';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { variants, where } from '../../db/variants.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { fail } from '../../engine/errors/failure.ts';
import { firstRows } from '../../engine/paging/first-rows.ts';
import { type After, decodeCursor, isBehind, toPage } from '../../engine/paging/keyset.ts';
import { isAhead, oldestFirst } from '../../engine/paging/oldest-first.ts';
import type { Storage } from '../../engine/storage/storage.ts';
import { files } from './files.table.ts';
import { fileIdOf, removeObjects } from './objects.ts';
import { type FileRow, toStoredFile } from './stored-file.ts';

/** Age before which an object may belong to an upload that is still on its way, in milliseconds: one hour. */
const graceMs = 60 * 60 * 1000;

/** Objects that are looked up at once. */
const batchSize = 500;

type MineQuery = After & { readonly ownerId: string; readonly limit: number };

const selectMine = variants<MineQuery, FileRow[]>((db, given) =>
  firstRows(
    db
      .select()
      .from(files)
      .where(
        and(
          where(given.ownerId, (id) => eq(files.ownerId, id)),
          isBehind(files.createdAt, files.id, given),
        ),
      )
      .orderBy(desc(files.createdAt), desc(files.id)),
    given.limit,
  ),
);

/** A user's own files, newest first. */
export async function listMyFiles(
  db: Db,
  ownerId: string,
  { limit, cursor }: PageInput,
): Promise<Page<StoredFile>> {
  const rows = await selectMine(db, { ...decodeCursor(cursor), ownerId, limit: limit + 1 });
  return toPage(rows, limit, toStoredFile, ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** Every file of somebody's, oldest first. */
export function allFilesOf(db: Db, ownerId: string): AsyncGenerator<StoredFile> {
  return oldestFirst(
    async (after, limit) => {
      const rows = await db
        .select()
        .from(files)
        .where(and(eq(files.ownerId, ownerId), isAhead(files.createdAt, files.id, after)))
        .orderBy(files.createdAt, files.id)
        .limit(limit);
      return rows.map(toStoredFile);
    },
    ({ createdAt, id }) => ({ at: createdAt, id }),
  );
}

/** The ids of somebody's files. */
export async function fileIdsOf(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db.select({ id: files.id }).from(files).where(eq(files.ownerId, ownerId));
  return rows.map(({ id }) => id);
}

/** Removes the objects of files whose rows are gone; what fails stays for the sweep. */
export async function removeContents(storage: Storage, ids: readonly string[]): Promise<void> {
  for (const id of ids) await removeObjects(storage, id);
}

/** @throws not_found when there is no such file that the caller may see */
export async function getFile(db: Db, caller: Caller | null, id: string): Promise<StoredFile> {
  return toStoredFile(await findVisible(db, caller, id));
}

const selectById = statement<{ id: string }, FileRow[]>((db, { id }) =>
  db.select().from(files).where(eq(files.id, id)),
);

/** The row of a public file, or of a private one to its owner and to administrators. */
export async function findVisible(db: Db, caller: Caller | null, id: string): Promise<FileRow> {
  const [file] = await selectById(db, { id });
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

/**
 * Removes objects that no file refers to: what a crash left between storing an object and its row.
 * @returns how many were removed
 */
export async function sweepOrphans(db: Db, storage: Storage, now = new Date()): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  for await (const { key, modifiedAt } of storage.list()) {
    if (now.getTime() - modifiedAt.getTime() < graceMs || !isUuid(fileIdOf(key))) continue;
    batch.push(key);
    if (batch.length < batchSize) continue;
    removed += await removeUnknown(db, storage, batch);
    batch = [];
  }
  return removed + (await removeUnknown(db, storage, batch));
}

async function removeUnknown(db: Db, storage: Storage, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const rows = await db
    .select({ id: files.id })
    .from(files)
    .where(inArray(files.id, [...new Set(keys.map(fileIdOf))]));
  const known = new Set(rows.map(({ id }) => id));
  const orphans = keys.filter((key) => !known.has(fileIdOf(key)) || key.endsWith('.partial'));
  await Promise.all(orphans.map((key) => storage.remove(key)));
  return orphans.length;
}

function mayManage(caller: Caller | null, file: FileRow): boolean {
  return caller !== null && (caller.role === 'admin' || caller.id === file.ownerId);
}

function noFile() {
  return fail('not_found', { detail: 'No file has this id' });
}
