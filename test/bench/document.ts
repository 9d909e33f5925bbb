/** Keeps the tables of docs/performance.md: each stands between two marks and is made from the results. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figures } from './figures/figures.ts';
import type { Machine } from './machine.ts';
import { contenderRows, formatTable, rowsOf } from './report.ts';
import type { Result } from './rounds.ts';
import { checkTargets } from './targets.ts';

/** What a whole run writes. */
export interface Results extends Figures {
  readonly machine: Machine;
  readonly date: string;
  readonly rounds: number;
  readonly results: readonly Result[];
}

export const resultsFile = join(import.meta.dirname, 'results.json');
export const documentFile = join(import.meta.dirname, '../../docs/performance.md');

/** The text with every table that it marks made anew. */
export function withTables(text: string, results: Results): string {
  return text.replaceAll(
    /(<!-- figures: ([\w-]+) -->)[\s\S]*?(<!-- end -->)/g,
    (_whole, begin: string, name: string, end: string) => `${begin}\n\n${table(name, results)}\n\n${end}`,
  );
}

/** Writes the tables of the last whole run into the document. */
export async function writeDocument(): Promise<void> {
  const results = JSON.parse(await readFile(resultsFile, 'utf8')) as Results;
  await writeFile(documentFile, withTables(await readFile(documentFile, 'utf8'), results));
}

function table(name: string, results: Results): string {
  switch (name) {
    case 'small':
    case 'list':
    case 'list-postgres':
      return formatTable(contenderRows(results.results, name));
    case 'targets':
      return formatTable(checkTargets(results.results, results.growth));
    case 'machine':
      return formatTable(
        [{ date: results.date.slice(0, 10), rounds: results.rounds, ...results.machine }].map(toRow),
      );
    case 'serializer':
    case 'growth':
    case 'types':
      return formatTable(rowsOf<object>(results[name]));
    case 'start':
      return formatTable(rowsOf([results.start]));
    default:
      throw new TypeError(`docs/performance.md marks figures that no run has: ${name}`);
  }
}

function toRow(fields: object): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
