/** The root that has Swift: made once for a machine, outside of the repository, since it weighs two gigabytes. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root as repository } from '../../../support/repository.ts';
import type { Absent } from '../../toolchain.ts';

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
  const { PORTICO_TOOLCHAINS, XDG_CACHE_HOME } = process.env;
  const cache =
    PORTICO_TOOLCHAINS || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'portico', 'toolchains');
  const root = join(cache, edition);
  try {
    await run('bash', [join(import.meta.dirname, 'prepare.sh'), root], { timeout: 600_000 });
    const swift = { root };
    const [program, ...args] = inside(swift, root, 'swiftc', '--version');
    await run(program, args, { timeout: 60_000 });
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

/**
 * Builds a package of the repository, or one that lies in the build's own folder.
 * @returns the folder that has what was built
 * @throws Error with what the compiler said
 */
export async function build(
  swift: SwiftRoot,
  packagePath: string,
  options: readonly string[] = [],
): Promise<string> {
  const key = createHash('sha256').update(packagePath).digest('hex').slice(0, 12);
  const folder = join(repository, 'node_modules/.cache/swift', key);
  await mkdir(join(folder, 'home'), { recursive: true });
  const [program, ...args] = inside(
    swift,
    folder,
    ...['swift', 'build', '--jobs', '2', '--scratch-path', '/build'],
    ...['--package-path', packagePath.startsWith('/') ? packagePath : `/repository/${packagePath}`],
    ...options,
  );
  await run('nice', [program, ...args], { timeout: 900_000, maxBuffer: 64 << 20 }).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const lines = `${stdout}${stderr}`.split('\n').filter((line) => /error:|warning:/.test(line));
    throw new Error(lines.slice(0, 40).join('\n') || String(error));
  });
  return folder;
}
