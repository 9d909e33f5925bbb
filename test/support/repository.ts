/** The repository's files as safety tests see them: what is committed or would be, never what is installed or built. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The repository's root. */
export const root = join(import.meta.dirname, '..', '..');

const notOurs = new Set(['node_modules', 'dist', '.git', '.data', 'coverage']);

/** Paths relative to the root, with forward slashes, sorted. */
export function filesOf(...patterns: string[]): string[] {
  const exclude = (path: string) => path.split(sep).some((folder) => notOurs.has(folder));
  const found = globSync(patterns, { cwd: root, exclude });
  return found.map((path) => path.split(sep).join('/')).toSorted();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
