/** Finds Java, and installs the Kotlin compiler from npm outside the repository. */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The package `kotlin-compiler` is JetBrains' own distribution of kotlinc, kotlinx-coroutines included. */
const version = '2.4.20';

/** An installed compiler. */
export interface Compiler {
  readonly version: string;
  /** Folder of the distribution. */
  readonly home: string;
  /** Jars that compiled programs run with. */
  readonly libraries: readonly string[];
}

/** Where toolchains and what they compiled are kept: `PORTICO_TOOLCHAINS`, or the user's cache. */
export const cacheFolder =
  process.env.PORTICO_TOOLCHAINS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'portico-toolchains');

/** The program `java`, from version 17; undefined where there is none. */
export async function findJava(): Promise<string | undefined> {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const said = await run(java, ['-version']).catch(() => undefined);
  const [, major = '0'] = /version "(\d+)/.exec(said?.stderr ?? '') ?? [];
  return Number(major) >= 17 ? java : undefined;
}

/** Installs the compiler once; whoever comes meanwhile installs it as well, and the first one stays. */
export async function installCompiler(): Promise<Compiler> {
  const home = join(cacheFolder, `kotlin-compiler-${version}`);
  if (!(await exists(home))) {
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
  }
  const jars = ['kotlin-stdlib.jar', 'kotlinx-coroutines-core-jvm.jar'];
  return { version, home, libraries: jars.map((jar) => join(home, 'lib', jar)) };
}

/** Java and the compiler, where Kotlin is to be proven; otherwise undefined, and a line that says so. */
export async function kotlinToolchain(): Promise<{ java: string; compiler: Compiler } | undefined> {
  // `pnpm test:clients` names the clients: compiling takes minutes that `pnpm test` does not have.
  if (!process.env.CLIENTS?.split(',').includes('kotlin')) return undefined;
  const java = await findJava();
  if (java !== undefined) return { java, compiler: await installCompiler() };
  process.stdout.write('kotlin: NOT PROVEN, no Java 17 or newer (Debian: default-jre-headless)\n');
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
