/** The server as an operator runs it: a process of its own, on a data folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository.ts';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from the start to the end. */
  readonly ms: number;
}

/** A process of the server. */
export interface ServerProcess extends AsyncDisposable {
  readonly pid: number;
  /** Resolves with the site's address when it is printed, rejects when the process ends before. */
  readonly up: Promise<string>;
  readonly ended: Promise<Ended>;
  output(): string;
  kill(signal: NodeJS.Signals): void;
}

/** A data folder, and every process started on it; disposing it leaves none. */
export interface DataFolder extends AsyncDisposable {
  readonly path: string;
  start(env?: Readonly<Record<string, string>>): ServerProcess;
  /** The embedded PostgreSQL that runs on it, if any. */
  database(): number | undefined;
}

/** @param repository whose server runs on it; this one where absent */
export async function dataFolder(repository = root): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'portico-process-'));
  const processes: ServerProcess[] = [];
  const database = () => postmasterOf(path);
  return {
    path,
    database,
    start(env = {}) {
      const started = startServer(repository, { DATA_DIR: path, ...env });
      processes.push(started);
      return started;
    },
    async [Symbol.asyncDispose]() {
      for (const process of processes) await process[Symbol.asyncDispose]();
      const left = database();
      if (left !== undefined) process.kill(left, 'SIGKILL');
      await rm(path, { recursive: true, force: true });
    },
  };
}

function startServer(repository: string, env: Readonly<Record<string, string>>): ServerProcess {
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, [join(repository, 'server/src/main.ts')], {
    cwd: tmpdir(),
    env: {
      PATH,
      HOME,
      TMPDIR,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const up = Promise.withResolvers<string>();
  child.stdout.on('data', (text: Buffer) => {
    stdout += text;
    const address = /Site\s+(https?:\S+)/.exec(stdout)?.[1];
    if (address) up.resolve(address);
  });
  child.stderr.on('data', (text: Buffer) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    up.reject(new Error(`The server ended (${code ?? signal}): ${stdout}${stderr}`));
    return { code, signal, stdout, stderr, ms: performance.now() - started };
  });
  up.promise.catch(() => {});
  return {
    pid: child.pid ?? 0,
    up: up.promise,
    ended,
    output: () => stdout,
    kill: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The first line of PostgreSQL's lock file is its process. */
function postmasterOf(folder: string): number | undefined {
  for (const file of globSync('**/postmaster.pid', { cwd: folder })) {
    const pid = Number(readFileSync(join(folder, file), 'utf8').split('\n')[0]);
    if (isRunning(pid)) return pid;
  }
  return undefined;
}

/** Whether a process runs; a zombie does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, 'utf8'));
}

/** Registers somebody at a running server; answers their session's cookie. */
export async function register(address: string): Promise<string> {
  const person = { username: 'writer', email: 'writer@example.com', password: 'correct horse battery' };
  const body = new URLSearchParams(person);
  const response = await fetch(`${address}/api/register`, { method: 'POST', body });
  if (!response.ok) throw new Error(`Registration answered ${response.status}`);
  return response.headers.getSetCookie().join().split(';')[0] ?? '';
}
