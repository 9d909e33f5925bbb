/** Measures all contenders in interleaved rounds, so that whatever slows the machine slows them all. */
import type { Report } from './contender.ts';
import type { Outcome } from './load/load.ts';
import { type Program, startProgram } from './program.ts';
import { median, round, shuffle } from './statistics.ts';
import { type Case, type ContenderName, contenders } from './subject/cases.ts';
import { checkAnswers } from './subject/check.ts';

/** One contender in one case. */
export interface Result {
  readonly contender: ContenderName;
  readonly case: Case;
  /** CPU time of the server process for one request, user and system, in microseconds. */
  readonly cpuUs: number;
  /** Requests a second. */
  readonly rps: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  readonly p99Ms: number;
  /** CPU time as a multiple of the bare contender's in the same rounds. */
  readonly ratioToBare: number;
}

/** What to measure, how long and how often. */
export interface Effort {
  readonly contenders: readonly ContenderName[];
  readonly cases: readonly Case[];
  readonly rounds: number;
  /** Milliseconds of load a round, after those that warm up. */
  readonly ms: number;
  readonly warmUpMs: number;
}

interface Running {
  readonly name: ContenderName;
  readonly program: Program;
  readonly port: number;
}

interface Sample {
  readonly cpuUs: number;
  readonly rps: number;
  readonly p99Ms: number;
}

const connections = 16;

/** @param progress told what comes next */
export async function measureContenders(
  databaseUrl: string,
  { contenders: names, cases, rounds, ms, warmUpMs }: Effort,
  progress: (step: string) => void,
): Promise<Result[]> {
  using programs = new DisposableStack();
  const running: Running[] = [];
  for (const name of names) {
    progress(`${name} starts`);
    running.push(await startContender(name, databaseUrl, programs));
  }
  const load = programs.use(startProgram('./load/load.ts', [], false));
  await load.next();
  const samples = new Map<string, Sample[]>();
  for (const which of cases) {
    for (const contender of running) await measure(contender, which, load, warmUpMs);
    for (let number = 1; number <= rounds; number += 1) {
      progress(`${which}, round ${number} of ${rounds}`);
      for (const contender of shuffle(running)) {
        const key = `${contender.name} ${which}`;
        const sample = await measure(contender, which, load, ms);
        samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
  return cases.flatMap((which) => names.map((contender) => summarize(contender, which, samples)));
}

async function startContender(
  name: ContenderName,
  databaseUrl: string,
  programs: DisposableStack,
): Promise<Running> {
  const program = programs.use(startProgram('./contender.ts', [name, databaseUrl], true));
  const { port } = await program.next<Extract<Report, { port: number }>>();
  await checkAnswers(name, port);
  return { name, program, port };
}

async function measure(
  { name, program, port }: Running,
  which: Case,
  load: Program,
  ms: number,
): Promise<Sample> {
  const before = await cpuOf(program);
  const path = contenders[name].requests[which];
  // The database needs the load's core.
  const isAwake = which !== 'list-postgres';
  const outcome = await load.ask<Outcome>({ port, path, connections, ms, isAwake });
  if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`);
  const used = (await cpuOf(program)) - before;
  const { requests, seconds, p99Ms } = outcome;
  return { cpuUs: used / requests, rps: requests / seconds, p99Ms };
}

async function cpuOf(program: Program): Promise<number> {
  return (await program.ask<Extract<Report, { cpuMicros: number }>>({})).cpuMicros;
}

function summarize(contender: ContenderName, which: Case, samples: ReadonlyMap<string, Sample[]>): Result {
  const own = samples.get(`${contender} ${which}`) ?? [];
  const bare = samples.get(`bare ${which}`) ?? [];
  return {
    contender,
    case: which,
    cpuUs: round(median(own.map(({ cpuUs }) => cpuUs)), 1),
    rps: round(median(own.map(({ rps }) => rps))),
    p99Ms: round(median(own.map(({ p99Ms }) => p99Ms)), 1),
    ratioToBare: round(median(own.map(({ cpuUs }, index) => cpuUs / (bare[index]?.cpuUs ?? 0))), 2),
  };
}
