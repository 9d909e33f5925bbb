/** Java from the machine or from Debian, the compiler from npm, the client and its program compiled. */
import { join } from 'node:path';
import { root } from '../../support/repository.ts';
import { compile, compileClient } from '../kotlin/compile.ts';
import { findKotlin } from '../kotlin/compiler.ts';
import type { Absent, Toolchain } from '../toolchain.ts';

export async function prepare(): Promise<Toolchain | Absent> {
  const kotlin = await findKotlin();
  if (!kotlin) return { absent: 'no Java 17 or newer, and no Debian to have it from' };
  const client = await compileClient(kotlin);
  const sources = [join(root, 'test/clients/kotlin/program')];
  const program = await compile(kotlin, { name: 'scenario', sources, classpath: [client], isLibrary: false });
  const classpath = [program, client, ...kotlin.libraries].join(':');
  return {
    command: [kotlin.java, '-Xmx512m', '-XX:TieredStopAtLevel=1', '-cp', classpath, 'scenario.MainKt'],
  };
}
