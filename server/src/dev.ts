/** `pnpm dev`: one origin, the site with hot replacement, the server restarted and the API described at each save. */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { loadConfig } from './config.ts';
import { startEmbedded } from './db/embedded.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Paths that the server answers; everything else is Vite's. */
const serverPaths = '^/(api|rpc|health|dev|\\.well-known|sitemap\\.xml|feed\\.xml|robots\\.txt)(/|$|\\?)';

/** Milliseconds of quiet after which a burst of saves counts as one. */
const settle = 60;

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const address = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

const path = (script: string): string => fileURLToPath(new URL(script, import.meta.url));

/** Runs scripts of ours in one process; its output is ours, and it may tell us how far it is. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: `${root}node_modules/.cache/portico`, ...process.env, ...env },
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

/** Keeps one server running: `restart` ends it and starts the next; calls in a row run one after another. */
function keepServer(port: number, origin: string) {
  const start = () => {
    const child = run(['--import', new URL('./describe.ts', import.meta.url).href, path('./main.ts')], {
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      SHUTDOWN_GRACE_SECONDS: '0',
      LOG_FORMAT: 'pretty',
    });
    child.once('message', () => run([path('../../client/generator/main.ts')]));
    return child;
  };
  let child = start();
  let chain = Promise.resolve();
  const stop = async () => {
    child.kill('SIGTERM');
    await ended(child);
  };
  const restart = () => {
    chain = chain.then(async () => {
      await stop();
      child = start();
    });
  };
  return { restart, stop };
}

async function main(): Promise<void> {
  const config = loadConfig();
  // Held over restarts, so that each one costs the server alone.
  const database = config.databaseUrl === undefined ? await startEmbedded(config) : null;
  const origin = `http://localhost:${config.port}`;
  const port = await freePort();
  const server = keepServer(port, origin);
  const site = await createServer({
    root: fileURLToPath(new URL('../../web', import.meta.url)),
    server: {
      host: config.host,
      port: config.port,
      strictPort: true,
      proxy: { [serverPaths]: { target: `http://127.0.0.1:${port}`, changeOrigin: false } },
    },
  });
  // Vite's own listener ends the process as soon as the site is closed; the server and the database come first.
  process.removeAllListeners('SIGTERM');
  await site.listen();

  let timer: NodeJS.Timeout | undefined;
  const saved = (_event: string, file: string | null): void => {
    if (!file?.endsWith('.ts')) return;
    clearTimeout(timer);
    timer = setTimeout(server.restart, settle);
  };
  for (const folder of ['server/src', 'shared/src']) watch(`${root}/${folder}`, { recursive: true }, saved);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const ended = Promise.allSettled([server.stop(), site.close()]);
      void ended.then(() => database?.stop()).then(() => process.exit(0));
    });
  }
}

await main();
