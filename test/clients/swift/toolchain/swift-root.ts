/** The root that has Swift: made once for a machine, outside of the repository, since it weighs two gigabytes. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root as repository } from '../../../support/repository.ts';
import type { Absent } from '../../toolchain.ts';
import { cacheFolder } from '../../toolchain-cache.ts';

const run = promisify(execFile);

/** Goes up when what prepare.sh makes is another. */
const edition = 'swift-6.0-trixie-1';

/** Where the root is. */
export interface SwiftRoot {
  readonly root: string;
}

/** Finds Swift, or fetches it: some 600 MB, once. */
export async function findSwift(): Promise<SwiftRoot | Absent> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return absent('it takes root on a Debian');
  const swift = { root: join(cacheFolder, edition) };
  try {
    await run('bash', [join(import.meta.dirname, 'prepare.sh'), swift.root], { timeout: 900_000 });
    await runInside(swift, await buildFolder('version'), {}, 'swiftc', '--version');
    return swift;
  } catch (error) {
    return absent(
      error instanceof Error ? error.message.trim().split('\n').slice(-2).join('; ') : String(error),
    );
  }
}

function absent(reason: string): Absent {
  return { absent: `no toolchain: ${reason}` };
}

/** The command that runs a program inside; `folder` is its /build. */
export function inside(
  { root }: SwiftRoot,
  folder: string,
  ...command: readonly string[]
): [program: string, ...args: string[]] {
  return ['bash', join(import.meta.dirname, 'inside.sh'), root, repository, folder, ...command];
}

/** Runs a program inside to its end. @returns its lines */
export async function runInside(
  swift: SwiftRoot,
  folder: string,
  env: Readonly<Record<string, string>>,
  ...command: readonly string[]
): Promise<string[]> {
  const [program, ...args] = inside(swift, folder, ...command);
  const { PATH = '' } = process.env;
  const { stdout } = await run(program, args, {
    env: { PATH, ...env },
    timeout: 100_000,
    maxBuffer: 16 << 20,
  });
  return stdout.trim().split('\n');
}

/** The folder for what is built under a name. */
export async function buildFolder(name: string): Promise<string> {
  const folder = join(repository, 'node_modules/.cache/swift', name);
  await mkdir(join(folder, 'home'), { recursive: true });
  return folder;
}

/**
 * Builds a package, warnings of the compiler being errors.
 * @param packagePath as it is seen inside: below /repository or /build
 * @returns the folder that has what was built
 * @throws Error with what the compiler said
 */
export async function build(swift: SwiftRoot, name: string, packagePath: string): Promise<string> {
  const folder = await buildFolder(name);
  const options = ['--jobs', '2', '--scratch-path', '/build', '--package-path', packagePath];
  const [program, ...args] = inside(swift, folder, 'swift', 'build', ...options);
  const said = await run('nice', [program, ...args], { timeout: 1_200_000, maxBuffer: 64 << 20 }).catch(
    (error: { readonly stdout?: string; readonly stderr?: string }) => error,
  );
  const { stdout = '', stderr = '' } = said;
  const complaints = `${stdout}${stderr}`.split('\n').filter((line) => /error:|warning:/.test(line));
  if (complaints.length > 0) throw new Error([...new Set(complaints)].slice(0, 40).join('\n'));
  if (said instanceof Error) throw said;
  return folder;
}
