import type { Author } from '@portico/shared/posts';
import { alias } from 'drizzle-orm/pg-core';
import { type PictureRow, pictureColumns, picturesAs, toPicture } from '../files/pictures.service.ts';
import { users } from './accounts.table.ts';

/** Users, for queries that show who wrote something: join them by id, then their avatars by `avatarId`. */
export const authors = alias(users, 'authors');
export const authorAvatars = picturesAs('author_avatars');

/** The columns that {@link toAuthor} needs. */
export const authorColumns = { id: authors.id, username: authors.username, name: authors.name };
export const authorAvatarColumns = pictureColumns(authorAvatars);

/** An author as {@link authorColumns} selects it. */
export interface AuthorRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

/** Makes the author that other resources show. */
export function toAuthor({ id, username, name }: AuthorRow, avatar: PictureRow | null): Author {
  return { id, username, name: name || username, avatar: toPicture(avatar) };
}
