import type { Profile, User } from '@portico/shared/accounts';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { type PictureRow, pictureColumns, picturesAs, toPicture } from '../files/pictures.service.ts';
import { users } from './accounts.table.ts';

const avatars = picturesAs('avatars');

/** What is read of a user; never the password's hash. */
const userColumns = {
  id: users.id,
  username: users.username,
  email: users.email,
  emailVerifiedAt: users.emailVerifiedAt,
  name: users.name,
  bio: users.bio,
  role: users.role,
  version: users.version,
  createdAt: users.createdAt,
  avatar: pictureColumns(avatars),
};

/** A user as it is selected. */
export type UserRow = Pick<
  typeof users.$inferSelect,
  'id' | 'username' | 'email' | 'emailVerifiedAt' | 'name' | 'bio' | 'role' | 'version' | 'createdAt'
> & { readonly avatar: PictureRow | null };

/** Selects users with their avatars, in one round trip. */
export function selectUsers(db: Db) {
  return db.select(userColumns).from(users).leftJoin(avatars, eq(avatars.id, users.avatarId)).$dynamic();
}

/** A user as they see themselves. */
export function toUser(row: UserRow): User {
  const { email, emailVerifiedAt, role, version } = row;
  return { ...toProfile(row), email, emailVerified: emailVerifiedAt !== null, role, version };
}

/** What everyone may see. */
export function toProfile({ id, username, name, bio, avatar, createdAt }: UserRow): Profile {
  return { id, username, name: name || username, bio, avatar: toPicture(avatar), createdAt };
}
