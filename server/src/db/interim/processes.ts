/** Tells whether a process still runs, and whether it is the one that was meant: process ids are used again. */
import { readFileSync } from 'node:fs';

/** A process: its id and, where the system tells, when it started. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since boot; empty where the system does not tell. */
  readonly started: string;
}

/** Whether some process has this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function isZombie(pid: number): boolean {
  return statFields(pid)[0] === 'Z';
}

/** Names a running process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, started: statFields(pid)[19] ?? '' };
}

/** Whether exactly this process still runs. */
export function isSame({ pid, started }: ProcessIdentity): boolean {
  return isAlive(pid) && identify(pid).started === started;
}

/** Whether a process runs a program with this argument; true where the system does not tell. */
export function runsWith(pid: number, argument: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument);
  } catch {
    return false;
  }
}
