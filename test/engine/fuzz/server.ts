/** The server under fuzz, in a process of its own, so that its heap holds nothing but itself. */
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../../server/src/app.ts';
import { loadConfig } from '../../../server/src/config.ts';
import { connect } from '../../../server/src/db/connect.ts';
import { diskStorage } from '../../../server/src/engine/storage/disk.ts';
import { appRouter } from '../../../server/src/router.ts';
import { gallery } from '../gallery/gallery.ts';

/** What a server would keep if it leaked, and what it would say if it broke. */
export interface Measure {
  /** Bytes, after a collection. */
  readonly heap: number;
  readonly connections: number;
  /** By the name of the process's event. */
  readonly listeners: Readonly<Record<string, number>>;
  /** Bugs in the log, and warnings of Node. */
  readonly complaints: readonly string[];
  readonly polluted: readonly string[];
}

const complaints: string[] = [];
process.on('warning', (warning) => complaints.push(String(warning)));

const config = loadConfig(process.env);
const log = pino({ level: 'error' }, { write: (line: string) => void complaints.push(line) });
const database = connect(config.databaseUrl ?? '', { poolSize: 5 });
const storage = diskStorage(join(config.dataDir, 'files'));
const router = process.argv[2] === 'gallery' ? gallery : appRouter;
const { server } = await createApp({ config, database, storage, log }, router);

function connections(): Promise<number> {
  return new Promise((resolve, reject) =>
    server.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

async function measure(): Promise<Measure> {
  for (let turn = 0; turn < 100 && (await connections()) > 0; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (let round = 0; round < 4; round += 1) globalThis.gc?.();
  return {
    heap: process.memoryUsage().heapUsed,
    connections: await connections(),
    listeners: Object.fromEntries(
      process.eventNames().map((name) => [String(name), process.listenerCount(name)]),
    ),
    complaints,
    polluted: Object.keys(Object.prototype),
  };
}

process.on('message', () => void measure().then((result) => process.send?.(result)));
process.on('disconnect', () => process.exit());
process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }));
