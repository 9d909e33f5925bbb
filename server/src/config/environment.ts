/** Reads the process's environment, completed by the `.env` file of the repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** The repository's root, whatever the working directory is. */
export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `process.env` over the variables of a `.env` file; a missing file is an empty one. A variable that the
 * environment sets to the empty string counts as absent, so the file's value shows through.
 */
export function readEnvironment(
  file = join(repositoryRoot, '.env'),
  env: Environment = process.env,
): Environment {
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  return { ...parseEnv(readIfPresent(file)), ...Object.fromEntries(set) };
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
