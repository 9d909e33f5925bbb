/** A fixture for tests of services: a database and a storage of their own, without the server around them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@portico/shared/accounts';
import type { StoredFile } from '@portico/shared/files';
import { connect, type Database } from '../../server/src/db/connect.ts';
import type { Caller } from '../../server/src/engine/auth/caller.ts';
import { diskStorage } from '../../server/src/engine/storage/disk.ts';
import type { Storage } from '../../server/src/engine/storage/storage.ts';
import { users } from '../../server/src/features/accounts/accounts.table.ts';
import { uploadFile } from '../../server/src/features/files/upload.ts';
import { testDatabase } from './database.ts';
import { picture } from './picture.ts';

/** What services take. */
export interface Services extends AsyncDisposable, Pick<Database, 'db' | 'sql'> {
  readonly storage: Storage;
  /** The storage's folder. */
  readonly folder: string;
  /** A new user as a service sees the caller. */
  caller(role?: Role): Promise<Caller>;
  /** A picture of somebody's. */
  pictureOf(owner: Caller): Promise<StoredFile>;
}

let serial = 0;

export async function testServices(): Promise<Services> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-services-'));
  const database = await testDatabase();
  const { db, sql, close } = connect(database.url, { poolSize: 5 });
  const storage = diskStorage(folder);
  return {
    db,
    sql,
    storage,
    folder,
    async caller(role = 'user') {
      const username = `caller-${++serial}`;
      const [user] = await db
        .insert(users)
        .values({ username, email: `${username}@example.com`, role })
        .returning();
      if (!user) throw new Error('The user was not inserted');
      return { id: user.id, username, role, sessionId: 'none', authenticatedAt: new Date(), scopes: 'all' };
    },
    async pictureOf(owner) {
      return uploadFile(db, storage, owner.id, { file: await picture(), alt: '', visibility: 'public' });
    },
    async [Symbol.asyncDispose]() {
      await close();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
