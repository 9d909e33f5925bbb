/** The client as it is published, installed as its users install it. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './repository.ts';

/** Runs pnpm as this run was started, so that nothing else need be there. */
async function pnpm(cwd: string, ...args: string[]): Promise<string> {
  const { npm_execpath: path = '' } = process.env;
  const isPnpm = /pnpm/.test(path);
  const isScript = /\.[cm]?js$/.test(path);
  const command = isPnpm ? [...(isScript ? [process.execPath] : []), path] : ['npx', '--yes', 'pnpm@12'];
  const [program = '', ...first] = command;
  const { stdout } = await promisify(execFile)(program, [...first, ...args], { cwd });
  return stdout;
}

/**
 * Packs the client and installs it into an empty folder outside of the workspace.
 * @returns the path of what was packed
 */
export async function installPackedClient(folder: string): Promise<string> {
  await pnpm(join(root, 'client'), 'pack', '--pack-destination', folder);
  const tarball = join(folder, 'portico-client-0.1.0.tgz');
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await pnpm(folder, 'add', tarball, '--ignore-workspace', '--prefer-offline');
  return tarball;
}
