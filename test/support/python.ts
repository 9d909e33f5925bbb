/** Pythons of this machine, and how tests run them: without a trace in the sources. */
import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { test } from 'vitest';
import { root } from './repository.ts';

const run = promisify(execFile);

/** A Python that runs. */
export interface Python {
  readonly program: string;
  /** Such as `3.11`. */
  readonly version: string;
}

/** The package's hand-written and generated sources. */
export const packageFolder = join(root, 'client/python');

/** The oldest that the package promises to run on. */
const oldest = [3, 9] as const;

const programs = [
  'python3',
  'python3.9',
  'python3.10',
  'python3.11',
  'python3.12',
  'python3.13',
  'python3.14',
];

/** Where Python sources are found, and nothing that a run leaves beside them. */
export function pythonEnv(...sources: readonly string[]): Record<string, string> {
  return {
    PYTHONPATH: sources.join(delimiter),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
    PYTHONWARNINGS: 'error',
  };
}

/** Every version once; others than those on the path are named in PYTHONS, separated as paths are. */
export async function findPythons(): Promise<readonly Python[]> {
  const named = (process.env.PYTHONS ?? '').split(delimiter).filter(Boolean);
  const found = await Promise.all([...named, ...programs].map(versionOf));
  const byVersion = new Map(found.flatMap((python) => (python ? [[python.version, python] as const] : [])));
  return [...byVersion.values()].toSorted((a, b) => minor(a) - minor(b));
}

/** Where there is none, a loud line instead of the tests that need one. */
export function notProven(pythons: readonly Python[]): void {
  if (pythons.length > 0) return;
  test('python: NOT PROVEN, no Python from 3.9', ({ skip }) => {
    process.stdout.write('python: NOT PROVEN, no Python from 3.9\n');
    skip();
  });
}

function minor({ version }: Python): number {
  return Number(version.split('.')[1]);
}

async function versionOf(program: string): Promise<Python | undefined> {
  const print = 'import sys; print(sys.version_info[0], sys.version_info[1])';
  const { stdout } = await run(program, ['-c', print]).catch(() => ({ stdout: '' }));
  const [major, minor] = stdout.trim().split(' ').map(Number);
  if (major !== oldest[0] || minor === undefined || minor < oldest[1]) return undefined;
  return { program, version: `${major}.${minor}` };
}
