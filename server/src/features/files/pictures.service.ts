import type { Picture } from '@portico/shared/files';
import { and, eq } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '../../db/connect.ts';
import { failField } from '../../engine/errors/failure.ts';
import { files } from './files.table.ts';

/** A picture's row, as {@link pictureColumns} selects it. */
export interface PictureRow {
  readonly id: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * The pictures under a name of their own, for queries that show them.
 * @example db.select({ cover: pictureColumns(covers) }).from(posts).leftJoin(covers, eq(covers.id, posts.coverId))
 */
export function picturesAs<Name extends string>(name: Name) {
  return alias(files, name);
}

/** The columns that {@link toPicture} needs. */
export function pictureColumns<Columns extends Record<keyof PictureRow, PgColumn>>(pictures: Columns) {
  const { id, alt, width, height }: Pick<Columns, keyof PictureRow> = pictures;
  return { id, alt, width, height };
}

/** Path under which the content is served. */
export function contentUrl(fileId: string): string {
  return `/api/files/${fileId}/content`;
}

/** Path under which the thumbnail is served. */
export function thumbnailUrl(fileId: string): string {
  return `/api/files/${fileId}/thumbnail`;
}

/** Makes the picture that other resources show; null when there is none. */
export function toPicture(row: PictureRow | null): Picture | null {
  if (!row || row.width === null || row.height === null) return null;
  const { id, alt, width, height } = row;
  return { id, url: contentUrl(id), thumbnailUrl: thumbnailUrl(id), width, height, alt };
}

/**
 * Makes sure that a resource may show a file: a public picture of that owner. Inside a transaction it also cannot
 * be deleted before the transaction ends.
 * @throws a failure of the field
 */
export async function requirePicture(db: Db, field: string, fileId: string, ownerId: string): Promise<void> {
  const [file] = await db
    .select({ visibility: files.visibility, width: files.width })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.ownerId, ownerId)))
    .for('key share');
  if (!file) throw failField(field, 'unknown_picture', 'No picture of yours has this id');
  if (file.width === null) throw failField(field, 'not_a_picture', 'This file is not a picture');
  if (file.visibility !== 'public') throw failField(field, 'private_picture', 'This picture is private');
}
