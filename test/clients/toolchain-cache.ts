/** Where toolchains are kept, outside of the repository: each is made once for a machine. */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const { PORTICO_TOOLCHAINS, XDG_CACHE_HOME } = process.env;

/** `PORTICO_TOOLCHAINS`, or a folder of the user's cache. */
export const cacheFolder =
  PORTICO_TOOLCHAINS || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'portico/toolchains');

/**
 * A folder of the cache. Whoever asks for it while it is made makes it as well, and the first one stays.
 * @param make fills a folder aside, and answers it, or the folder in it that is wanted
 */
export async function cached(name: string, make: (aside: string) => Promise<string>): Promise<string> {
  const home = join(cacheFolder, name);
  if (await exists(home)) return home;
  await mkdir(cacheFolder, { recursive: true });
  const aside = await mkdtemp(join(cacheFolder, 'making-'));
  try {
    await rename(await make(aside), home).catch(async (error: unknown) => {
      if (!(await exists(home))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return home;
}

/** Installs packages from npm below `folder`, running none of their scripts. */
export async function installFromNpm(folder: string, packages: readonly string[]): Promise<void> {
  const options = ['--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', ['install', ...options, '--prefix', folder, ...packages]);
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
