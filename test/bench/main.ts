/**
 * `pnpm bench`: measures Portico beside its peers and writes `test/bench/results.json`. `--quick` only sees that it runs;
 * `--only bare,portico-rpc` measures some contenders, `--case small` some cases; neither writes anything. `--report` measures
 * nothing and brings docs/performance.md up to date with the results.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startDatabase } from './database.ts';
import { resultsFile, writeDocument } from './document.ts';
import { measureFigures } from './figures/figures.ts';
import { describeMachine } from './machine.ts';
import { installPeers, ownContenders } from './peers.ts';
import { leaveMeasuredCore } from './program.ts';
import { printContenders, printTable } from './report.ts';
import { type Effort, measureContenders } from './rounds.ts';
import { type ContenderName, cases, contenderNames } from './subject/cases.ts';
import { checkTargets } from './targets.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    only: { type: 'string' },
    case: { type: 'string' },
  },
});

const isWhole = !options.quick && options.only === undefined && options.case === undefined;

function choose<Name extends string>(names: readonly Name[], wanted: string | undefined): readonly Name[] {
  return wanted === undefined ? names : names.filter((name) => wanted.split(',').includes(name));
}

const progress = (step: string): void => {
  process.stderr.write(`${Math.round(performance.now() / 1000)} s  ${step}\n`);
};

/** All of them; a run that only sees that the bench runs does without peers where no registry answers, and says so. */
async function installed(): Promise<readonly ContenderName[]> {
  try {
    await installPeers();
    return contenderNames;
  } catch (error) {
    if (!options.quick) throw error;
    process.stderr.write(`SKIPPED: every peer, for they cannot be installed (${error})\n`);
    return ownContenders;
  }
}

async function measure(): Promise<void> {
  const effort: Effort = {
    contenders: choose(await installed(), options.only),
    cases: choose(cases, options.case),
    ...(options.quick ? { rounds: 1, ms: 150, warmUpMs: 50 } : { rounds: 5, ms: 1000, warmUpMs: 1500 }),
  };
  const machine = describeMachine(leaveMeasuredCore());
  await using database = await startDatabase();
  const results = await measureContenders(database.url, effort, progress);
  printContenders(results);
  if (options.only !== undefined || options.case !== undefined) return;
  const figures = await measureFigures(options.quick, progress);
  if (isWhole) printTable('targets', checkTargets(results, figures.growth));
  const date = new Date().toISOString();
  const text = JSON.stringify({ machine, date, rounds: effort.rounds, results, ...figures }, null, 2);
  if (isWhole) await writeFile(resultsFile, `${text}\n`);
}

if (!options.report) await measure();
if (options.report || isWhole) await writeDocument();
