/** Demonstration data for a first start: authors, posts and products with their pictures, and the administrator. */
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { AdminLogin } from './administrator.ts';
import type { Db } from './db/connect.ts';
import { transaction } from './db/transaction.ts';
import { hashPassword } from './engine/auth/passwords.ts';
import type { Context } from './engine/procedure/context.ts';
import type { Storage } from './engine/storage/storage.ts';
import { hasUsers } from './features/accounts/accounts.service.ts';
import { users } from './features/accounts/accounts.table.ts';
import { comments } from './features/comments/comments.table.ts';
import { files } from './features/files/files.table.ts';
import { removeObjects } from './features/files/objects.ts';
import { posts } from './features/posts/posts.table.ts';
import { products } from './features/products/products.table.ts';
import { type DemoRows, demoRows } from './seed/rows.ts';

/** What the seed needs. */
export interface SeedDependencies {
  readonly db: Db;
  readonly storage: Storage;
  /** The administrator, who owns the pictures of the products. */
  readonly admin: AdminLogin;
  readonly log: Context['log'];
}

/**
 * Fills an empty database; does nothing when anybody has an account. All rows appear at once; should they not, the
 * pictures that were stored for them go again.
 */
export async function seed({ db, storage, admin, log }: SeedDependencies): Promise<void> {
  if (await hasUsers(db)) return;
  const rows = await demoRows(storage, await adminRow(admin), new Date());
  const removePictures = () => Promise.all(rows.files.map(({ id }) => removeObjects(storage, id)));
  try {
    const inserted = await insertRows(db, rows);
    if (!inserted) await removePictures();
    else
      log.info(
        { posts: rows.posts.length, products: rows.products.length },
        'demonstration data is in place',
      );
  } catch (error) {
    await removePictures();
    throw error;
  }
}

async function adminRow({ username, email, password }: AdminLogin) {
  return {
    id: uuidv7(),
    username,
    email,
    role: 'admin',
    passwordHash: await hashPassword(password),
  } as const;
}

/** @returns false when another process was faster */
function insertRows(db: Db, rows: DemoRows): Promise<boolean> {
  return transaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('portico seed'))`);
    if (await hasUsers(tx)) return false;
    // Nobody will open a link that is mailed to them.
    const emailVerifiedAt = new Date();
    await tx.insert(users).values(rows.users.map((user) => ({ ...user, emailVerifiedAt })));
    await tx.insert(files).values(rows.files);
    for (const { userId, avatarId } of rows.avatars) {
      await tx.update(users).set({ avatarId }).where(sql`${users.id} = ${userId}`);
    }
    await tx.insert(posts).values(rows.posts);
    await tx.insert(comments).values(rows.comments);
    await tx.insert(products).values(rows.products);
    return true;
  });
}
