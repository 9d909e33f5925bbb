/** The Kotlin compiler, from npm, and the Java that it runs on. */
import { join } from 'node:path';
import { cached, installFromNpm } from '../toolchain-cache.ts';
import { findJava } from './java.ts';

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

/** Java and the compiler, installed where that can be done; undefined where there is no Java. */
export async function findKotlin(): Promise<Kotlin | undefined> {
  const java = await findJava();
  if (java === undefined) return undefined;
  const home = await cached(`kotlin-compiler-${version}`, async (aside) => {
    await installFromNpm(aside, [`kotlin-compiler@${version}`]);
    return join(aside, 'node_modules/kotlin-compiler');
  });
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
    process.stdout.write('kotlin: NOT PROVEN, no Java 17 or newer, and no Debian to have it from\n');
  return kotlin;
}
