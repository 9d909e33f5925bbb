/** Brings the data into shape at start: demonstration data on the first one, the admin, leftovers of a crash, changed secrets. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type AdminLogin, ensureAdmin } from './administrator.ts';
import type { Config } from './config.ts';
import type { Db } from './db/connect.ts';
import type { OpenDatabase } from './db/open.ts';
import { createVault } from './engine/auth/vault.ts';
import type { Storage } from './engine/storage/storage.ts';
import { hasUsers } from './features/accounts/accounts.service.ts';
import { resealFactors } from './features/factors/reseal.service.ts';
import { sweepOrphans } from './features/files/files.service.ts';
import { resealSigningKeys, signingKeyPurpose } from './features/tokens/signing-key.store.ts';
import { seed } from './seed.ts';

interface Preparation {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly storage: Storage;
  readonly log: Logger;
}

/** @returns the generated admin login, on the first start of the embedded database alone */
export async function prepareData({
  config,
  database,
  storage,
  log,
}: Preparation): Promise<AdminLogin | null> {
  const { db } = database;
  const isFirstStart = !(await hasUsers(db));
  const isEmbedded = config.databaseUrl === undefined;
  const generated = isFirstStart && isEmbedded && config.adminPassword === undefined;
  const admin: AdminLogin = {
    username: 'admin',
    email: config.adminEmail ?? 'admin@example.com',
    password: config.adminPassword ?? randomBytes(12).toString('base64url'),
  };
  if (isFirstStart && (config.seed === 'always' || (config.seed === 'auto' && isEmbedded))) {
    await seed({ db, storage, admin, log });
  } else if (generated || config.adminPassword !== undefined) {
    await ensureAdmin(db, admin);
  }
  await sweepOrphans(db, storage);
  await reseal(db, config);
  return generated ? admin : null;
}

/** What is encrypted moves to the present TOKEN_SECRET, so that the previous one can be forgotten. */
async function reseal(db: Db, { tokenSecret, previousTokenSecret }: Config): Promise<void> {
  if (previousTokenSecret === undefined) return;
  const vault = createVault(tokenSecret, previousTokenSecret);
  await resealFactors(db, vault);
  await resealSigningKeys(db, vault.seal(signingKeyPurpose));
}
