/** The result as a table: a row for each step, a column for each client. */
import type { Said } from './program.ts';
import { type Step, steps } from './steps.ts';

/** What became of a client: its steps, or why it has none. */
export type Outcome = ReadonlyMap<Step, Said> | { readonly absent: string };

export function printTable(outcomes: ReadonlyMap<string, Outcome>): string {
  const clients = [...outcomes];
  const first = Math.max(...steps.map((step) => step.length));
  const row = (title: string, cells: readonly string[]) =>
    [title.padEnd(first), ...cells.map((cell, index) => cell.padEnd(clients[index]?.[0].length ?? 0))]
      .join('  ')
      .trimEnd();
  const cell = (outcome: Outcome, step: Step) =>
    'absent' in outcome ? '-' : outcome.get(step)?.ok ? 'ok' : 'FAILED';
  return [
    row(
      '',
      clients.map(([client]) => client),
    ),
    ...steps.map((step) =>
      row(
        step,
        clients.map(([, outcome]) => cell(outcome, step)),
      ),
    ),
    ...clients.flatMap(([client, outcome]) => ('absent' in outcome ? [notProven(client, outcome)] : [])),
  ].join('\n');
}

/** Loud, so that nobody takes it for a success. */
function notProven(client: string, { absent }: { readonly absent: string }): string {
  return `${client}: NOT PROVEN, ${absent}`;
}
