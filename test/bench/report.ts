/** Prints the figures as tables that one can read in a terminal or paste into a document. */
import type { Result } from './rounds.ts';
import { type Case, cases } from './subject/cases.ts';

export type Row = Readonly<Record<string, string | number>>;

export function printTable(title: string, rows: readonly Row[]): void {
  process.stdout.write(`\n${title}\n\n${formatTable(rows)}\n`);
}

/** @param rows all with the same columns */
export function formatTable(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const text = lines.map(
    (line) => `| ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`,
  );
  text.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return text.join('\n');
}

export function printContenders(results: readonly Result[]): void {
  for (const which of cases) {
    const rows = contenderRows(results, which);
    if (rows.length > 0) printTable(which, rows);
  }
}

export function contenderRows(results: readonly Result[], which: Case): Row[] {
  return results
    .filter((result) => result.case === which)
    .map(({ contender, cpuUs, rps, p99Ms, ratioToBare }) => ({
      contender,
      'CPU µs': cpuUs,
      'requests/s': rps,
      'p99 ms': p99Ms,
      '× bare': ratioToBare,
    }));
}

/** Figures as rows, their names as columns. */
export function rowsOf<Figure extends object>(figures: readonly Figure[]): Row[] {
  return figures.map((figure) => ({ ...figure }) as Row);
}
