import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { maxUploadBytes, type StoredFile, type Visibility } from '@portico/shared/files';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/connect.ts';
import { fail, failField } from '../../engine/errors/failure.ts';
import type { Storage } from '../../engine/storage/storage.ts';
import { detectType } from './content-type.ts';
import { safeFileName } from './file-name.ts';
import { files } from './files.table.ts';
import { contentKey, removeObjects, thumbnailKey } from './objects.ts';
import { type PictureFacts, readPicture } from './picture.ts';
import { type FileRow, toStoredFile } from './stored-file.ts';

/** What a user sends. */
export interface Upload {
  readonly file: File;
  readonly alt: string;
  readonly visibility: Visibility;
}

/** A row to insert. */
export type NewFile = typeof files.$inferInsert & { readonly id: string };

/**
 * Checks and keeps an upload. The objects are stored before the row, so that a row never lacks its objects; what a
 * crash leaves between the two is removed by the sweep.
 */
export async function uploadFile(
  db: Db,
  storage: Storage,
  ownerId: string,
  upload: Upload,
): Promise<StoredFile> {
  const file = await storeFile(storage, ownerId, upload);
  try {
    return toStoredFile(await insertFile(db, file));
  } catch (error) {
    await removeObjects(storage, file.id);
    throw error;
  }
}

/**
 * Checks an upload and stores its objects: all of them or none.
 * @returns the row that makes it a file
 */
export async function storeFile(storage: Storage, ownerId: string, upload: Upload): Promise<NewFile> {
  const { file, alt, visibility } = upload;
  if (file.size === 0) throw failField('file', 'empty_file', 'The file is empty');
  if (file.size > maxUploadBytes) throw fail('payload_too_large');
  const type = await detectType(file);
  const picture = type.startsWith('image/') ? await readPicture(file) : null;
  const id = uuidv7();
  try {
    const digest = await storeContent(storage, contentKey(id), file);
    if (picture) await storage.put(thumbnailKey(id), picture.thumbnail);
    const name = safeFileName(file.name, type);
    return { id, ownerId, name, type, size: file.size, digest, visibility, alt, ...columnsOf(picture) };
  } catch (error) {
    await removeObjects(storage, id);
    throw error;
  }
}

function columnsOf(picture: PictureFacts | null) {
  if (!picture) return {};
  const { width, height, thumbnail } = picture;
  return { width, height, thumbnailSize: thumbnail.byteLength };
}

async function insertFile(db: Db, values: NewFile): Promise<FileRow> {
  const [row] = await db.insert(files).values(values).returning();
  if (!row) throw new Error('The database returned no row for the file');
  return row;
}

/** Stores the content and digests it on the way. */
async function storeContent(storage: Storage, key: string, content: Blob): Promise<string> {
  const hash = createHash('sha256');
  const digested = Readable.from(content.stream()).map((chunk: Uint8Array) => {
    hash.update(chunk);
    return chunk;
  });
  await storage.put(key, digested);
  return hash.digest('hex');
}
