/** Compiles Kotlin to a jar, once for the same sources. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, glob, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Compiler, cacheFolder } from './compiler.ts';

const run = promisify(execFile);

/** What is compiled. */
export interface Compilation {
  readonly java: string;
  readonly compiler: Compiler;
  /** Of the jar. */
  readonly name: string;
  /** Folders; their .kt files are compiled. */
  readonly sources: readonly string[];
  /** Jars beside those of the compiler. */
  readonly classpath?: readonly string[];
  /** Whether everything public must say so, as in a library; by default it must. */
  readonly isLibrary?: boolean;
}

/**
 * Compiles for Java 8, warnings being errors.
 * @returns the jar's path
 * @throws Error with what the compiler said
 */
export async function compile(compilation: Compilation): Promise<string> {
  const { java, compiler, name, sources, classpath = [], isLibrary = true } = compilation;
  const files = await sourceFiles(sources);
  if (files.length === 0) throw new Error(`There is nothing to compile in ${sources}`);
  const folder = join(cacheFolder, 'compiled');
  const jar = join(folder, `${name}-${await fingerprint(compilation, files)}.jar`);
  if (
    await access(jar).then(
      () => true,
      () => false,
    )
  )
    return jar;
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, 'compiling-'));
  try {
    const output = join(work, 'out.jar');
    const virtualMachine = ['-Xmx1800m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
    const program = [
      '-cp',
      join(compiler.home, 'lib/kotlin-compiler.jar'),
      'org.jetbrains.kotlin.cli.jvm.K2JVMCompiler',
    ];
    const options = [
      ...['-kotlin-home', compiler.home, '-jvm-target', '1.8', '-Werror', '-module-name', name],
      ...(isLibrary ? ['-Xexplicit-api=strict'] : []),
      ...['-cp', [...classpath, ...compiler.libraries].join(':'), '-d', output, ...sources],
    ];
    // Nobody waits for it: whatever else the machine does goes first.
    const command = ['-n', '10', java, ...virtualMachine, ...program, ...options];
    await run('nice', command, { maxBuffer: 2 ** 26 }).catch((error: { stdout: string; stderr: string }) => {
      throw new Error(`${name} does not compile:\n${error.stdout}${error.stderr}`.slice(0, 10_000));
    });
    await rename(output, jar);
    return jar;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function sourceFiles(folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for await (const path of glob('**/*.kt', { cwd: folder })) found.push(join(folder, path));
  }
  return found.toSorted();
}

/** Other texts, jars or options have another one. */
async function fingerprint(
  { compiler, classpath = [], isLibrary = true }: Compilation,
  files: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([compiler.version, classpath, isLibrary, files]));
  for (const file of files) hash.update(await readFile(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
