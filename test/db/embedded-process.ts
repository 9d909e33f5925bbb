/** A process of its own that uses the embedded database: prints what it got, and ends its use at SIGTERM. */
import { startEmbedded } from '../../server/src/db/embedded.ts';

const [dataDir = '', durability] = process.argv.slice(2);

const database = await startEmbedded({ dataDir, durability: durability === 'none' ? 'none' : 'full' }).catch(
  (error: Error) => {
    process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    process.exit(1);
  },
);
process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
process.stdout.write(`${JSON.stringify({ url: database.url, firstStart: database.firstStart })}\n`);
