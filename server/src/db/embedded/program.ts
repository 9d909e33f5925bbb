/** Runs PostgreSQL's programs inside a folder, as the account that owns it. */
import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Account } from './account.ts';

/**
 * How the programs name the folder they work in. On Linux it is the working directory, entered before the rights of
 * root are given up, so that the folder may lie where only root can enter; PostgreSQL itself works relative to it.
 */
export const here = (folder: string): string => (process.platform === 'linux' ? '/proc/self/cwd' : folder);

/** Nothing of ours reaches the programs: PG* variables would change what they do. */
const environment = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Runs a program to its end.
 * @throws Error with what the program said
 */
export async function run(
  program: string,
  args: readonly string[],
  folder: string,
  account: Account | undefined,
): Promise<void> {
  try {
    await promisify(execFile)(program, args, { cwd: folder, env: environment, ...account });
  } catch (cause) {
    throw new Error(`${program} failed: ${reasonOf(cause)}`, { cause });
  }
}

/** Starts a program that outlives this process and is spared the terminal's signals; its output goes to `logFile`. */
export async function launch(
  program: string,
  args: readonly string[],
  folder: string,
  account: Account | undefined,
  logFile: string,
): Promise<number> {
  const log = openSync(logFile, isLarge(logFile) ? 'w' : 'a', 0o600);
  try {
    const child = spawn(program, args, {
      cwd: folder,
      env: environment,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
      ...account,
    });
    const spawned = Promise.withResolvers<number>();
    child.once('spawn', () => spawned.resolve(child.pid ?? 0));
    child.once('error', (cause) =>
      spawned.reject(new Error(`${program} failed: ${reasonOf(cause)}`, { cause })),
    );
    child.unref();
    return await spawned.promise;
  } finally {
    closeSync(log);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = 'stderr' in error ? String(error.stderr).trim() : '';
  return said || error.message;
}

const isLarge = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10 * 1024 * 1024;
