/** Installs the libraries that Portico is measured against: only for the bench, outside the workspace. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { contenderNames, contenders } from './subject/cases.ts';

const folder = join(import.meta.dirname, 'peers');

/** Those that need nothing but the repository. */
export const ownContenders = contenderNames.filter((name) =>
  contenders[name].module.startsWith('./contenders/'),
);

/** @throws when they cannot be installed */
export async function installPeers(): Promise<void> {
  if (isInstalled()) return;
  process.stderr.write('Installing the peers …\n');
  const [command, args] = packageManager();
  const install = ['install', '--frozen-lockfile', '--ignore-workspace'];
  const child = spawn(command, [...args, ...install], { cwd: folder, stdio: ['ignore', 2, 2] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The peers cannot be installed: the package manager ended with ${code}`);
}

/** Installed after the lock was written last. */
function isInstalled(): boolean {
  const [lock, installed] = ['pnpm-lock.yaml', 'node_modules/.modules.yaml'].map((name) =>
    join(folder, name),
  );
  if (!lock || !installed || !existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** The pnpm that runs the script, which may be a program or a script itself. */
function packageManager(): [command: string, args: string[]] {
  const path = process.env.npm_execpath ?? 'pnpm';
  return ['.js', '.cjs', '.mjs'].includes(extname(path)) ? [process.execPath, [path]] : [path, []];
}
