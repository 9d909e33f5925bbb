import type { Author } from '@portico/shared/posts';
import { type PictureRow, toPicture } from '../files/pictures.service.ts';
import { users } from './accounts.table.ts';

/** The columns that {@link toAuthor} needs, beside the avatar's. */
export const authorColumns = { id: users.id, username: users.username, name: users.name };

/** Makes the author that other resources show. */
export function toAuthor(
  { id, username, name }: { readonly id: string; readonly username: string; readonly name: string },
  avatar: PictureRow | null,
): Author {
  return { id, username, name: name || username, avatar: toPicture(avatar) };
}
