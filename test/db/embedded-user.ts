/** Starts processes that use an embedded database, and looks at what they leave. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';

/** A process that uses a database. */
export interface DatabaseUser {
  readonly process: ChildProcess;
  readonly url: string;
  readonly firstStart: boolean;
}

export interface UseOptions {
  /** Whom the process belongs to, if not ourselves. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** `full` where the test kills the server; `none`, the default, is faster. */
  readonly durability?: 'full' | 'none';
}

/** What the process says first: the database, or why there is none. */
export async function use(dataDir: string, options: UseOptions = {}): Promise<DatabaseUser> {
  const child = begin(dataDir, options);
  const said = await firstLine(child);
  if (said.error !== undefined) throw new Error(said.error);
  return { process: child, url: said.url ?? '', firstStart: said.firstStart === true };
}

/** Starts the process without waiting for it. */
export function begin(dataDir: string, { account, durability = 'none' }: UseOptions = {}): ChildProcess {
  const script = fileURLToPath(new URL('./embedded-process.ts', import.meta.url));
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return spawn(process.execPath, [script, dataDir, durability], { stdio: [...stdio], cwd: '/', ...account });
}

interface Said {
  readonly error?: string;
  readonly url?: string;
  readonly firstStart?: boolean;
}

async function firstLine(child: ChildProcess): Promise<Said> {
  if (child.stdout === null) throw new Error('The process has no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('The process ended without a word');
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** The id of the server process, from PostgreSQL's lock file. */
export function serverPid(dataDir: string): number {
  return Number(readFileSync(lockFile(dataDir), 'utf8').split('\n', 1)[0]);
}

export const lockFile = (dataDir: string): string => join(dataDir, 'postgres', 'cluster', 'postmaster.pid');

export const isRunning = (dataDir: string): boolean => existsSync(lockFile(dataDir));

/** Queries the database by a connection that lasts as long. */
export async function query<Result>(url: string, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
