/** Clients as they are published, installed as their users install them. */
import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './repository.ts';

/** Runs pnpm as this run was started, so that nothing else need be there. */
export async function pnpm(cwd: string, ...args: readonly string[]): Promise<void> {
  const { npm_execpath: path = '' } = process.env;
  const isPnpm = /pnpm/.test(path);
  const isScript = /\.[cm]?js$/.test(path);
  const command = isPnpm ? [...(isScript ? [process.execPath] : []), path] : ['npx', '--yes', 'pnpm@12'];
  const [program = '', ...first] = command;
  await promisify(execFile)(program, [...first, ...args], { cwd });
}

/** Packs a package into an empty folder, or one that holds no other. @returns the path of what was packed */
export async function pack(source: string, folder: string): Promise<string> {
  await pnpm(source, 'pack', '--pack-destination', folder);
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (file === undefined) throw new Error(`${source} was not packed`);
  return join(folder, file);
}

/** Installs what was packed into a folder outside of the workspace. */
export async function installPacked(tarball: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await pnpm(folder, 'add', tarball, '--ignore-workspace', '--prefer-offline');
}

/** Packs the client of this API and installs it. @returns the path of what was packed */
export async function installPackedClient(folder: string): Promise<string> {
  const tarball = await pack(join(root, 'client'), folder);
  await installPacked(tarball, folder);
  return tarball;
}
