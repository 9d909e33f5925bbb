/** How long the server takes from nothing to its first answer on a database that exists, and what it holds when idle. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from '../../support/server-process.ts';
import { median, round } from '../statistics.ts';

export interface StartFigure {
  /** Seconds to the first answer of the API. */
  readonly firstAnswerSeconds: number;
  /** Resident memory of the server's process five seconds later, in MiB. */
  readonly idleRssMiB: number;
}

/** Milliseconds after which a server that nobody calls counts as idle. */
const untilIdle = 5000;

/** @param isQuick only sees that it starts: without demonstration data, and hardly waiting until it is idle */
export async function measureStart(isQuick: boolean): Promise<StartFigure> {
  await using folder = await dataFolder();
  const start = () => startOnce(folder, isQuick ? { SEED: 'never' } : {}, isQuick ? 100 : untilIdle);
  await start();
  const figures: StartFigure[] = [];
  for (let number = 0; number < (isQuick ? 1 : 3); number += 1) figures.push(await start());
  return {
    firstAnswerSeconds: round(median(figures.map((figure) => figure.firstAnswerSeconds)), 2),
    idleRssMiB: round(median(figures.map((figure) => figure.idleRssMiB))),
  };
}

async function startOnce(
  folder: Awaited<ReturnType<typeof dataFolder>>,
  env: Readonly<Record<string, string>>,
  idleMs: number,
): Promise<StartFigure> {
  const start = performance.now();
  const server = folder.start({ NODE_ENV: 'production', ...env });
  const response = await fetch(`${await server.up}/api/posts`);
  await response.text();
  const firstAnswerSeconds = (performance.now() - start) / 1000;
  await sleep(idleMs);
  const idleRssMiB = residentMiB(server.pid);
  server.kill('SIGTERM');
  await server.ended;
  return { firstAnswerSeconds, idleRssMiB };
}

/** NaN where the system does not tell. */
function residentMiB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
