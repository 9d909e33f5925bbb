/** Opens the database that the configuration names. */
import type { Config } from '../config.ts';
import { connect, type Database } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import type { Log } from './log.ts';

/** An open database; closing it also leaves the embedded one. */
export type OpenDatabase = Database;

/** @throws when the embedded database cannot start, or DATABASE_URL does not answer */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined)
    return connect(config.databaseUrl, { poolSize: config.databasePoolSize, log });
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  const pool = connect(embedded.url, { poolSize: config.databasePoolSize, log });
  return {
    ...pool,
    async close() {
      await pool.close();
      await embedded.stop();
    },
  };
}
