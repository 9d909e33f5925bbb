import type { Storage } from '../../engine/storage/storage.ts';

/** Key of a file's content in the storage. */
export function contentKey(fileId: string): string {
  return fileId;
}

/** Key of a picture's thumbnail. */
export function thumbnailKey(fileId: string): string {
  return `${fileId}.webp`;
}

/** The file that an object belongs to. */
export function fileIdOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}

/** Removes a file's objects; no error when they are gone already. */
export async function removeObjects(storage: Storage, fileId: string): Promise<void> {
  await Promise.all([contentKey(fileId), thumbnailKey(fileId)].map((key) => storage.remove(key)));
}
