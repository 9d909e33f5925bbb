/** The process: reads its configuration, opens the database, listens, and drains when it is told to end. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { type Config, ConfigError, loadConfig, openDataFolder } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { isUnavailable } from './engine/errors/unavailable.ts';
import { sweepSpool } from './engine/http/body/spool.ts';
import { createLog } from './engine/http/log.ts';
import { diskStorage } from './engine/storage/disk.ts';
import { freeMemory } from './free-memory.ts';
import { greeting } from './greeting.ts';
import { keepCompiled } from './load-quickly.ts';
import { prepareData } from './prepare-data.ts';

/** Starts everything, in order; what was begun is ended when a later step fails. */
async function start(config: Config, log: Logger): Promise<AsyncDisposableStack> {
  await using starting = new AsyncDisposableStack();
  await openDataFolder(config);
  const database = await openDatabase(config, log);
  starting.defer(() => database.close());
  const storage = diskStorage(join(config.dataDir, 'files'));
  await migrate(database.sql);
  await sweepSpool();
  const login = await prepareData({ config, database, storage, log });
  const app = await createApp({ config, database, storage, log });
  starting.defer(() => app.drain.end(config.shutdownGraceSeconds));
  keepCompiled();
  freeMemory();
  const address = await listen(app.server, config);
  process.stdout.write(greeting(config.port === 0 ? address : config.publicOrigin, login));
  return starting.move();
}

/** @throws ConfigError: neither a port nor a host that cannot be had is the database's fault */
async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The server cannot listen: ${reason}. Set PORT or HOST to an address of this machine that is free.`,
    );
  }
}

/** Ends on the first signal, once the start is through; a second signal changes nothing. */
function endOnSignal(started: Promise<AsyncDisposableStack>, log: Logger): void {
  let isEnding = false;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    log.info({ signal }, 'ending');
    const running = await started;
    await running.disposeAsync();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void end(signal).catch(crash));
  }
}

function crash(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

/** A sentence for what an operator can mend, the stack for what only we can. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError) return error.message;
  if (isUnavailable(error)) return `The database does not answer: ${error.message}. Check DATABASE_URL.`;
  return error.stack ?? error.message;
}

try {
  const config = loadConfig();
  const log = createLog(config.logLevel, config.logFormat);
  const started = start(config, log);
  endOnSignal(started, log);
  await started;
} catch (error) {
  crash(error);
}
