/** `pnpm generate --check-compat [OLD]`: whether clients of an earlier state of this API go on working. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { breakingChanges } from '../compatibility/compare-apis.ts';
import { parseDocument } from '../document.ts';
import { GeneratorError } from '../generator-error.ts';
import type { Api } from '../ir.ts';
import { loadDocument } from '../load-document.ts';
import { readApi } from '../read-api.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const committed = 'shared/api/openapi.json';

/** An earlier state, and how it is called. */
interface Earlier {
  readonly name: string;
  readonly text: string;
}

/**
 * Tells every breaking change.
 * @param old a file or a git revision; where absent, what was committed last
 * @returns whether clients go on working, or the version says that they may not
 */
export async function checkCompatibility(
  current: Api,
  old: string | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  const earlier = old === undefined ? await lastCommitted() : await named(old);
  if ('absent' in earlier) {
    say(`Compatibility was not checked: ${earlier.absent}`);
    return true;
  }
  const before = readApi(parseDocument(earlier.text, earlier.name));
  const changes = breakingChanges(before, current);
  if (changes.length === 0) {
    say(`Clients of ${earlier.name} go on working`);
    return true;
  }
  const mayBreak = isNewGeneration(before.version, current.version);
  say(`${changes.length} changes since ${earlier.name} break its clients:`);
  for (const change of changes) say(`- ${change}`);
  say(
    mayBreak
      ? `The version says so: ${current.version} follows ${before.version}`
      : `Undo them, or give the API its next version; ${current.version} promises that clients of ${before.version} work`,
  );
  return mayBreak;
}

/** A new major version may break clients; before 1.0.0, a new minor one. @see https://semver.org */
export function isNewGeneration(before: string, after: string): boolean {
  const generation = (version: string) => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 0 ? [major, 0] : [major, minor];
  };
  const [[oldMajor = 0, oldMinor = 0], [major = 0, minor = 0]] = [generation(before), generation(after)];
  return major > oldMajor || (major === oldMajor && minor > oldMinor);
}

async function named(old: string): Promise<Earlier> {
  const isFile = await stat(old).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (isFile || /^https?:/i.test(old)) return { name: old, text: await loadDocument(old) };
  const text = await git('show', `${old}:${committed}`);
  if (text === undefined) {
    throw new GeneratorError(`${old} is neither a file nor a git revision that has ${committed}`);
  }
  return { name: old, text };
}

/** On a machine that checks what others propose: where it left the main branch. */
async function lastCommitted(): Promise<Earlier | { readonly absent: string }> {
  if ((await git('rev-parse', '--git-dir')) === undefined) return { absent: 'this is no git checkout' };
  const left = process.env.CI ? await leftMainAt() : undefined;
  const revision = left ?? 'HEAD';
  const text = await git('show', `${revision}:${committed}`);
  return text === undefined ? { absent: `${revision} has no ${committed}` } : { name: revision, text };
}

async function leftMainAt(): Promise<string | undefined> {
  for (const branch of ['origin/main', 'origin/master', 'main', 'master']) {
    const base = await git('merge-base', 'HEAD', branch);
    if (base !== undefined) return base.trim();
  }
  return undefined;
}

/** What git says; undefined where it is absent or refuses. */
async function git(...args: readonly string[]): Promise<string | undefined> {
  const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 };
  return run('git', [...args], options).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
