/** Runs programs that come with the workspace. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './repository.ts';

/** What a program wrote; it is its end that says whether all was well. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a JavaScript or TypeScript program by this Node. */
export async function runNode(
  args: readonly string[],
  cwd = root,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  return promisify(execFile)(process.execPath, args, {
    cwd,
    env: { ...process.env, PATH: path, ...env },
  }).then(
    (wrote) => ({ code: 0, ...wrote }),
    (error: Ran) => error,
  );
}

/** Checks the types of a folder that has a `tsconfig.json`. */
export function runCompiler(folder: string): Promise<Ran> {
  return runNode([join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], folder);
}
