import type { StoredFile } from '@portico/shared/files';
import type { files } from './files.table.ts';
import { contentUrl, toPicture } from './pictures.service.ts';

export type FileRow = typeof files.$inferSelect;

/** Makes the file that the API answers. */
export function toStoredFile(row: FileRow): StoredFile {
  const { id, name, type, size, visibility, createdAt } = row;
  return { id, name, type, size, visibility, url: contentUrl(id), picture: toPicture(row), createdAt };
}
