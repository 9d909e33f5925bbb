import type { FileContent } from '@portico/shared/files';
import type { Db } from '../../db/connect.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { FileOutput } from '../../engine/operations/outputs.ts';
import type { Storage } from '../../engine/storage/storage.ts';
import { findVisible } from './files.service.ts';
import { contentKey, thumbnailKey } from './objects.ts';
import { contentUrl, thumbnailUrl } from './pictures.service.ts';
import type { FileRow } from './stored-file.ts';

/** What a browser may show on our origin; anything else could run there, so it is saved instead. */
const shown = /^(?:image|audio|video)\//;

/** The content of a file that the caller may see. */
export async function openContent(
  db: Db,
  storage: Storage,
  caller: Caller | null,
  { id, download }: FileContent,
): Promise<FileOutput> {
  const file = await findVisible(db, caller, id);
  return {
    kind: 'file',
    url: contentUrl(id),
    type: file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
    size: file.size,
    name: file.name,
    disposition: !download && shown.test(file.type) ? 'inline' : 'attachment',
    etag: file.digest,
    cacheControl: cacheControl(file),
    open: (range) => storage.open(contentKey(id), range),
  };
}

/** The thumbnail of a picture that the caller may see. */
export async function openThumbnail(
  db: Db,
  storage: Storage,
  caller: Caller | null,
  id: string,
): Promise<FileOutput> {
  const file = await findVisible(db, caller, id);
  if (file.thumbnailSize === null) throw fail('not_found', { detail: 'This file is not a picture' });
  return {
    kind: 'file',
    url: thumbnailUrl(id),
    type: 'image/webp',
    size: file.thumbnailSize,
    name: `${file.name.replace(/\.[^.]*$/, '')}.webp`,
    disposition: 'inline',
    etag: `${file.digest}-thumbnail`,
    cacheControl: cacheControl(file),
    open: (range) => storage.open(thumbnailKey(id), range),
  };
}

/** Content never changes under its address: what is public may be kept for a year. */
function cacheControl({ visibility }: FileRow): string {
  return visibility === 'public' ? 'public, max-age=31536000, immutable' : 'private, no-store';
}
