/** A real Redis on a free port, as Debian's `redis-server` installs it: started by the test that needs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram } from './debian.ts';
import { freePort } from './free-port.ts';

/** Whether this machine has it. */
export const hasRedis = hasProgram('redis-server', '--version');

/** A Redis that can go away and come back on the same port. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  /** How many keys it holds. */
  size(): Promise<number>;
  /** Kills it at once. */
  kill(): Promise<void>;
  /** Starts it again, empty. */
  restart(): Promise<void>;
  /** Stops it from answering, its connections open; `false` lets it go on. */
  freeze(frozen: boolean): void;
}

export async function testRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-redis-'));
  const port = await freePort();
  let server = await startRedis(port, folder);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, 'exit');
    server.kill('SIGKILL');
    await exit;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    size: async () => Number(await command(port, 'DBSIZE')),
    kill,
    async restart() {
      server = await startRedis(port, folder);
    },
    freeze: (frozen) => void server.kill(frozen ? 'SIGSTOP' : 'SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  const options = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--dir',
    folder,
    '--daemonize',
    'no',
  ];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of server.stdout) {
    if (String(chunk).includes('Ready to accept connections')) break;
  }
  return server;
}

/** Asks Redis something by its own tool. */
async function command(port: number, text: string): Promise<string> {
  const tool = spawn('redis-cli', ['-h', '127.0.0.1', '-p', `${port}`, '--raw', text]);
  let answer = '';
  for await (const chunk of tool.stdout) answer += String(chunk);
  return answer.trim();
}
