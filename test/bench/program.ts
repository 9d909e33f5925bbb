/** Starts the bench's programs: each on its core, asked and answered through IPC. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A program that answers one message at a time. */
export interface Program extends Disposable {
  readonly pid: number;
  /** The next message it sends; rejects when it ends before. */
  next<Answer>(): Promise<Answer>;
  ask<Answer>(question: object): Promise<Answer>;
}

/** The core of what is measured; everything else, the database too, runs on the other. */
const measuredCore = 0;

/** As `taskset` writes them; read before this process leaves one. */
const allCores = `0-${availableParallelism() - 1}`;

const canPin = isInstalled('taskset') && availableParallelism() > 1;

function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Leaves the measured core to the contenders: what this process starts afterwards inherits it. */
export function leaveMeasuredCore(): boolean {
  if (canPin) execFileSync('taskset', ['-cp', '1', String(process.pid)], { stdio: 'ignore' });
  return canPin;
}

/** Takes every core again: what is started afterwards is measured as it runs by itself. */
export function useAllCores(): void {
  if (canPin) execFileSync('taskset', ['-cp', allCores, String(process.pid)], { stdio: 'ignore' });
}

/** @param isMeasured whether it gets the measured core for itself */
export function startProgram(module: string, args: readonly string[], isMeasured: boolean): Program {
  const node = [process.execPath, fileURLToPath(import.meta.resolve(module)), ...args];
  const pin = isMeasured && canPin ? ['taskset', '-c', String(measuredCore)] : [];
  const [command = '', ...rest] = [...pin, ...node];
  const child = spawn(command, rest, {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const next = <Answer>() => nextMessage<Answer>(child);
  return {
    pid: child.pid ?? 0,
    next,
    ask<Answer>(question: object) {
      const answer = next<Answer>();
      child.send(question);
      return answer;
    },
    // Some would wait for their connections to end; none has anything to lose.
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}

/** Milliseconds after which a program that says nothing is taken for stuck. */
const patience = 60_000;

async function nextMessage<Answer>(child: ChildProcess): Promise<Answer> {
  const over = new AbortController();
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const ended = once(child, 'exit', { signal: over.signal }).then(([code, signal]) => {
    throw new Error(`${child.spawnargs.join(' ')} ended with ${code ?? signal}`);
  });
  ended.catch(() => {});
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), ended]);
    return message as Answer;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}
