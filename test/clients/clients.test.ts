/** Every client against the live server with faults in front of it; see README.md beside this file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, play, type Stage } from './scenario.ts';
import { steps } from './steps.ts';
import { type Outcome, printTable } from './table.ts';
import { clientNames, prepare } from './toolchain.ts';

/** The client languages. */
const known = ['kotlin', 'python', 'swift', 'typescript-rest', 'typescript-rpc'];

/** Those whose toolchains every machine has; `pnpm test:clients` names all. */
const everyTime = ['typescript-rpc', 'typescript-rest', 'python'];

const wanted = process.env.CLIENTS?.split(',') ?? everyTime;
const outcomes = new Map<string, Outcome>();

/** Compiling a program may take minutes. */
const longestMs = 900_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  process.stdout.write(`${printTable(outcomes)}\n`);
});

test('every language has a program', () => {
  expect(clientNames()).toEqual(known);
});

describe.each(clientNames().filter((name) => wanted.includes(name)))('the client %s', (client) => {
  beforeAll(async () => {
    const toolchain = await prepare(client);
    outcomes.set(client, 'absent' in toolchain ? toolchain : await play(stage, client, toolchain));
  }, longestMs);

  test.for(steps)('%s', (step, { skip }) => {
    const outcome = outcomes.get(client);
    if (!outcome) throw new Error('The program was not run');
    if ('absent' in outcome) return skip(`not proven: ${outcome.absent}`);
    const said = outcome.get(step);
    if (!said?.ok) throw new Error(said?.message);
  });
});
