/** `pnpm test:clients [client…]`: the scenario for all clients, or for those named; other options go to Vitest. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../support/repository.ts';
import { clientNames } from './toolchain.ts';

const args = process.argv.slice(2);
const named = args.filter((arg) => clientNames().includes(arg));
const options = args.filter((arg) => !named.includes(arg));
const clients = named.length > 0 ? named : clientNames();

/** What clients prove beside the scenario is in folders of their names. */
const folders = clients.map((client) => `clients/${client}/`);

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const child = spawn(
  process.execPath,
  [vitest, 'run', '--root', 'test', 'clients/clients.test.ts', ...folders, ...options],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CLIENTS: clients.join() } },
);
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
