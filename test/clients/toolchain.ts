/** What runs a client's program; each client has a file of its name in `toolchains` that prepares it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A program, ready to be started. */
export interface Toolchain {
  /** The program and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  /** Absent: the repository's root. */
  readonly cwd?: string;
  /** Beside the harness's own variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Why a client cannot be proven on this machine. */
export interface Absent {
  readonly absent: string;
}

/** What a file in `toolchains` exports. */
interface ToolchainModule {
  /** Finds or installs what the program needs, and compiles it; throws where that fails. */
  prepare(): Promise<Toolchain | Absent>;
}

const folder = join(import.meta.dirname, 'toolchains');

/** The clients that have a program, by the names of their files. */
export function clientNames(): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return files.map((file) => file.replace(/\.ts$/, '')).toSorted();
}

/** Prepares the program of a client. */
export async function prepare(client: string): Promise<Toolchain | Absent> {
  const module: ToolchainModule = await import(join(folder, `${client}.ts`));
  return module.prepare();
}
