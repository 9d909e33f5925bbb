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

export async function measureStart(starts: number): Promise<StartFigure> {
  await using folder = await dataFolder();
  await startOnce(folder);
  const figures: StartFigure[] = [];
  for (let number = 0; number < starts; number += 1) figures.push(await startOnce(folder));
  return {
    firstAnswerSeconds: round(median(figures.map((figure) => figure.firstAnswerSeconds)), 2),
    idleRssMiB: round(median(figures.map((figure) => figure.idleRssMiB))),
  };
}

async function startOnce(folder: Awaited<ReturnType<typeof dataFolder>>): Promise<StartFigure> {
  const start = performance.now();
  const server = folder.start({ NODE_ENV: 'production' });
  const response = await fetch(`${await server.up}/api/posts`);
  await response.text();
  const firstAnswerSeconds = (performance.now() - start) / 1000;
  await sleep(5000);
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
