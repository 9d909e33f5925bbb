/** Starts the server under fuzz and speaks with it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../support/database.ts';
import type { Measure } from './server.ts';

export interface Target extends AsyncDisposable {
  readonly port: number;
  /** Undefined as long as it runs. */
  exit(): number | string | undefined;
  measure(): Promise<Measure>;
  /** Names of the files that uploads have left behind. */
  leftovers(): Promise<string[]>;
}

export async function startTarget(router: 'features' | 'gallery'): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-fuzz-'));
  const spool = join(folder, 'spool');
  await mkdir(spool);
  const database = await testDatabase();
  const child = fork(join(import.meta.dirname, 'server.ts'), [router], {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      TMPDIR: spool,
      PUBLIC_ORIGIN: 'http://localhost:3000',
      SESSION_SECRET: 'test-session-secret-test-session-secret',
      TOKEN_SECRET: 'test-token-secret-test-token-secret-test',
      RATE_LIMIT: '1000000',
    },
  });
  const origin = await answer<string>(child);
  return {
    port: Number(new URL(origin).port),
    exit: () => child.exitCode ?? child.signalCode ?? undefined,
    measure() {
      child.send('measure');
      return answer(child);
    },
    leftovers: () => readdir(spool),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The next message of the server; fails when it ends instead. */
async function answer<Message>(child: ChildProcess): Promise<Message> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code}`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}
