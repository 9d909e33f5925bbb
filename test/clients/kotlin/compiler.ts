/** Finds Java, and installs the Kotlin compiler from npm outside the repository. */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The package `kotlin-compiler` is JetBrains' own distribution of kotlinc, kotlinx-coroutines included. */
const version = '2.4.20';

/** What compiles Kotlin, and runs it. */
export interface Kotlin {
  /** The program. */
  readonly java: string;
  /** Folder of the compiler's distribution. */
  readonly home: string;
  /** Jars that compiled programs run with. */
  readonly libraries: readonly string[];
}

/** Where toolchains and what they compiled are kept: `PORTICO_TOOLCHAINS`, or the user's cache. */
export const cacheFolder =
  process.env.PORTICO_TOOLCHAINS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'portico-toolchains');

/** Java and the compiler, installed where that can be done; undefined where there is no Java. */
export async function findKotlin(): Promise<Kotlin | undefined> {
  const java = (await findJava()) ?? (await installJava());
  if (java === undefined) return undefined;
  const home = await installCompiler();
  const jars = ['kotlin-stdlib.jar', 'kotlinx-coroutines-core-jvm.jar'];
  return { java, home, libraries: jars.map((jar) => join(home, 'lib', jar)) };
}

/**
 * The same for tests beside the scenario, which `pnpm test:clients` runs: compiling takes minutes that `pnpm test` does not
 * have. Where Kotlin is asked for and cannot be had, a line says so.
 */
export async function wantedKotlin(): Promise<Kotlin | undefined> {
  if (!process.env.CLIENTS?.split(',').includes('kotlin')) return undefined;
  const kotlin = await findKotlin();
  if (!kotlin)
    process.stdout.write('kotlin: NOT PROVEN, no Java 17 or newer (Debian: default-jre-headless)\n');
  return kotlin;
}

/** The program `java`, from version 17. */
async function findJava(): Promise<string | undefined> {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const said = await run(java, ['-version']).catch(() => undefined);
  const [, major = '0'] = /version "(\d+)/.exec(said?.stderr ?? '') ?? [];
  return Number(major) >= 17 ? java : undefined;
}

/** Only on a machine that is there to test: nobody's own system gets packages unasked. */
async function installJava(): Promise<string | undefined> {
  if (!process.env.CI || process.getuid?.() !== 0 || !(await exists('/usr/bin/apt-get'))) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'default-jre-headless'], { env });
  return findJava();
}

/** Installs the compiler once; whoever comes meanwhile installs it as well, and the first one stays. */
async function installCompiler(): Promise<string> {
  const home = join(cacheFolder, `kotlin-compiler-${version}`);
  if (await exists(home)) return home;
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'installing-'));
  try {
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    await run('npm', ['install', ...options, `kotlin-compiler@${version}`]);
    await rename(join(folder, 'node_modules/kotlin-compiler'), home).catch(async (error: unknown) => {
      if (!(await exists(home))) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return home;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
