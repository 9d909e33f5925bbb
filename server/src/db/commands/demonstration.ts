/** Fills a migrated database for demonstration, as the first start does. */
import { join } from 'node:path';
import { diskStorage } from '../../engine/storage/disk.ts';
import { prepareData } from '../../prepare-data.ts';
import type { Command } from './command.ts';

/** @returns a sentence on what was done, with the generated admin login if there is one */
export async function fillForDemonstration({ config, database, log }: Command): Promise<string> {
  const storage = diskStorage(join(config.dataDir, 'files'));
  const login = await prepareData({ config: { ...config, seed: 'always' }, database, storage, log });
  const admin = login === null ? '' : ` The admin signs in as ${login.username} with ${login.password}.`;
  return `The database has its demonstration data.${admin}`;
}
