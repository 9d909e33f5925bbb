/** Compiles Kotlin to a jar, once for the same sources. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../support/repository.ts';
import { cacheFolder, exists } from '../toolchain-cache.ts';
import type { Kotlin } from './compiler.ts';

const run = promisify(execFile);

/** What is compiled. */
export interface Compilation {
  /** Of the jar. */
  readonly name: string;
  /** Folders; their .kt files are compiled. */
  readonly sources: readonly string[];
  /** Jars beside those of the compiler. */
  readonly classpath?: readonly string[];
  /** Whether everything public must say so, as in a library; by default it must. */
  readonly isLibrary?: boolean;
}

/** The client of this API. */
export function compileClient(kotlin: Kotlin): Promise<string> {
  return compile(kotlin, { name: 'client', sources: [join(root, 'client/kotlin/src')] });
}

/**
 * Compiles for Java 8, warnings being errors.
 * @returns the jar's path
 * @throws Error with what the compiler said
 */
export async function compile(kotlin: Kotlin, compilation: Compilation): Promise<string> {
  const { name, sources, classpath = [], isLibrary = true } = compilation;
  const folder = join(cacheFolder, 'compiled');
  const jar = join(folder, `${name}-${await fingerprint(kotlin, compilation)}.jar`);
  if (await exists(jar)) return jar;
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, 'compiling-'));
  try {
    const output = join(work, 'out.jar');
    const program = [
      '-cp',
      join(kotlin.home, 'lib/kotlin-compiler.jar'),
      'org.jetbrains.kotlin.cli.jvm.K2JVMCompiler',
    ];
    const options = [
      ...['-kotlin-home', kotlin.home, '-jvm-target', '1.8', '-Werror', '-module-name', name],
      ...(isLibrary ? ['-Xexplicit-api=strict'] : []),
      ...['-cp', [...classpath, ...kotlin.libraries].join(':'), '-d', output, ...sources],
    ];
    await lowly(kotlin.java, [...virtualMachine, ...program, ...options]).catch((error: Said) => {
      throw new Error(`${name} does not compile:\n${error.stdout}${error.stderr}`.slice(0, 10_000));
    });
    await rename(output, jar);
    return jar;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Said {
  readonly stdout: string;
  readonly stderr: string;
}

const virtualMachine = ['-Xmx1800m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Nobody waits for a compiler at the keyboard: whatever else the machine does goes first. */
function lowly(program: string, args: readonly string[]): Promise<Said> {
  // The virtual machine reads names of files as the locale says, and names of models are names of files.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return run('nice', ['-n', '10', program, ...args], { maxBuffer: 2 ** 26, env });
}

/** Other texts, jars or options have another one. */
async function fingerprint(
  { home }: Kotlin,
  { sources, classpath = [], isLibrary = true }: Compilation,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([home, classpath, isLibrary]));
  let count = 0;
  for (const folder of sources) {
    for (const path of (await Array.fromAsync(glob('**/*.kt', { cwd: folder }))).toSorted()) {
      hash.update(`${path}\0`).update(await readFile(join(folder, path)));
      count += 1;
    }
  }
  if (count === 0) throw new Error(`There is no Kotlin in ${sources}`);
  return hash.digest('hex').slice(0, 16);
}
