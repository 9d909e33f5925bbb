/** Runs the program of a client, and gathers what it says of each step. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { root } from '../support/repository.ts';
import { type Step, steps } from './steps.ts';
import type { Toolchain } from './toolchain.ts';

/** What a program said of a step: that all was well, or what was not. */
export type Said = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Milliseconds after which a program is ended; a scenario takes a few seconds. */
const longestRunMs = 120_000;

/**
 * Starts a program with what it needs to reach the server, and waits for its end.
 * @returns every step; one that the program did not reach failed with what the program wrote last
 */
export async function runProgram(
  { command: [program, ...args], cwd = root, env = {} }: Toolchain,
  scenario: { readonly origin: string; readonly label: string },
): Promise<ReadonlyMap<Step, Said>> {
  const { PATH = '', HOME = '', TMPDIR, LANG = 'C.UTF-8' } = process.env;
  const child = spawn(program, args, {
    cwd,
    env: {
      PATH,
      HOME,
      LANG,
      ...(TMPDIR && { TMPDIR }),
      PORTICO_ORIGIN: scenario.origin,
      PORTICO_LABEL: scenario.label,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), longestRunMs);
  const said = new Map<Step, Said>();
  let wrote = '';
  createInterface(child.stdout).on('line', (line) => {
    const heard = readLine(line);
    if (heard) said.set(...heard);
    else wrote += `${line}\n`;
  });
  child.stderr.on('data', (text: Buffer) => {
    wrote += text;
  });
  const end = await once(child, 'close').then(
    ([code, signal]) => `it ended (${code ?? signal})`,
    (error: Error) => error.message,
  );
  clearTimeout(timer);
  const unreached: Said = {
    ok: false,
    message: `the program did not get here: ${end}\n${wrote.slice(-4_000)}`,
  };
  return new Map(steps.map((step) => [step, said.get(step) ?? unreached]));
}

/** `ok <step>` or `failed <step>: <message>`. */
function readLine(line: string): [Step, Said] | undefined {
  const [, verdict, name, message = ''] = /^(ok|failed) ([a-z0-9-]+)(?:: ?(.*))?$/.exec(line.trim()) ?? [];
  const step = steps.find((known) => known === name);
  if (!step) return undefined;
  return [step, verdict === 'ok' ? { ok: true } : { ok: false, message: message || 'no reason given' }];
}
