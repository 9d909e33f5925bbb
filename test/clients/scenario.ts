/** The scenario of one client: its program runs, and what it says is held against what passed and what is kept. */
import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { testDatabase } from '../support/database.ts';
import { dataFolder } from '../support/server-process.ts';
import { facts } from './facts.ts';
import { runProgram, type Said } from './program.ts';
import { type FaultProxy, startProxy } from './proxy.ts';
import type { Step } from './steps.ts';
import type { Toolchain } from './toolchain.ts';

/** A live server with the proxy in front of it. */
export interface Stage extends AsyncDisposable {
  /** The server's own origin. */
  readonly server: string;
  readonly proxy: FaultProxy;
  readonly sql: Sql;
}

/** Starts the server as an operator does, on a database of its own. */
export async function openStage(): Promise<Stage> {
  const stack = new AsyncDisposableStack();
  const database = stack.use(await testDatabase());
  const folder = stack.use(await dataFolder());
  const process = folder.start({ DATABASE_URL: database.url, SEED: 'never', TRUST_PROXY: 'loopback' });
  const server = (await process.up).replace('localhost', '127.0.0.1').replace(/\/$/, '');
  const proxy = stack.use(await startProxy(server));
  const sql = postgres(database.url, { max: 2, onnotice: () => {} });
  stack.defer(() => sql.end());
  return { server, proxy, sql, [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose]() };
}

/** Runs a program against the stage. */
export async function play(
  stage: Stage,
  client: string,
  toolchain: Toolchain,
): Promise<ReadonlyMap<Step, Said>> {
  const label = `${client}-${randomBytes(3).toString('hex')}`;
  const said = await runProgram(toolchain, { origin: stage.proxy.origin, label });
  const exchanges = stage.proxy.exchanges.filter((exchange) => exchange.label === label);
  const proven = new Map(said);
  for (const [step, { ok }] of said) {
    const { sql, server } = stage;
    if (ok) proven.set(step, await judge(() => facts[step]({ label, exchanges, sql, server })));
  }
  return proven;
}

async function judge(check: () => void | Promise<void>): Promise<Said> {
  try {
    await check();
    return { ok: true };
  } catch (error) {
    return { ok: false, message: `it said ok, but ${error instanceof Error ? error.message : error}` };
  }
}
