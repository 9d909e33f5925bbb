import { inArray } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Db } from '../../db/connect.ts';
import type { Storage } from '../../engine/storage/storage.ts';
import { files } from './files.table.ts';
import { fileIdOf } from './objects.ts';

/** Age before which an object may belong to an upload that is still on its way, in milliseconds: one hour. */
const graceMs = 60 * 60 * 1000;

/** Objects that are looked up at once. */
const batchSize = 500;

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
