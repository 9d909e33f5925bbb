/** Java from the machine, the compiler from npm, the client and its program compiled. */
import { join } from 'node:path';
import { root } from '../../support/repository.ts';
import { compile } from '../kotlin/compile.ts';
import { findJava, installCompiler } from '../kotlin/compiler.ts';
import type { Absent, Toolchain } from '../toolchain.ts';

export async function prepare(): Promise<Toolchain | Absent> {
  const java = await findJava();
  if (java === undefined) return { absent: 'no Java 17 or newer (Debian: default-jre-headless)' };
  const compiler = await installCompiler();
  const client = await compile({
    java,
    compiler,
    name: 'client',
    sources: [join(root, 'client/kotlin/src')],
  });
  const program = await compile({
    java,
    compiler,
    name: 'scenario',
    sources: [join(root, 'test/clients/kotlin/program')],
    classpath: [client],
    isLibrary: false,
  });
  const classpath = [program, client, ...compiler.libraries].join(':');
  return { command: [java, '-Xmx512m', '-XX:TieredStopAtLevel=1', '-cp', classpath, 'scenario.MainKt'] };
}
