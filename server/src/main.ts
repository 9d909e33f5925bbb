/** The process: reads its configuration, opens the database, listens, and drains when it is told to end. */
import { join } from 'node:path';
import { createApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { sweepSpool } from './engine/http/body/spool.ts';
import { createLog } from './engine/http/log.ts';
import { diskStorage } from './engine/storage/disk.ts';
import { greeting } from './greeting.ts';
import { prepareData } from './prepare-data.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel, config.logFormat);
  const database = await openDatabase(config, log);
  const storage = diskStorage(join(config.dataDir, 'files'));
  await migrate(database.sql);
  await sweepSpool();
  const login = await prepareData({ config, database, storage, log });
  const app = await createApp({ config, database, storage, log });
  await app.server.listen({ host: config.host, port: config.port });
  process.stdout.write(greeting(app.server.addresses(), login));

  let ending: Promise<void> | undefined;
  const end = async (signal: string): Promise<void> => {
    log.info({ signal }, 'ending');
    await app.drain.end(config.shutdownGraceSeconds);
    await database.close();
    log.info('ended');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      ending ??= end(signal).then(
        () => process.exit(0),
        (error: unknown) => crash(error),
      );
    });
  }
}

function crash(error: unknown): never {
  const text =
    error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

main().catch(crash);
