/** A copy of the repository that a test may edit: the sources are its own, what is installed is shared. */
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf, root } from './repository.ts';

export interface CopiedRepository extends AsyncDisposable {
  readonly path: string;
  read(file: string): Promise<string>;
  write(file: string, text: string): Promise<void>;
  /** Saves a file with one text in the place of another, which must be there. */
  edit(file: string, before: string, after: string): Promise<void>;
}

const packages = ['server', 'client', 'shared', 'web'];

export async function copiedRepository(): Promise<CopiedRepository> {
  const path = await mkdtemp(join(tmpdir(), 'portico-copy-'));
  for (const file of filesOf('*.json', ...packages.map((name) => `${name}/**/*.*`))) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(root, file), join(path, file));
  }
  linkInstalled(path);
  const read = (file: string) => readFile(join(path, file), 'utf8');
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  };
  return {
    path,
    read,
    write,
    async edit(file, before, after) {
      const text = await read(file);
      if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
      await write(file, text.replace(before, after));
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** The links that pnpm made stay as they are, so that packages of the workspace are the copy's; their store is the original one. */
function linkInstalled(path: string): void {
  mkdirSync(join(path, 'node_modules'));
  for (const name of ['.pnpm', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(path, 'node_modules', name));
  }
  for (const name of packages) {
    const installed = `${name}/node_modules`;
    if (!existsSync(join(root, installed))) continue;
    cpSync(join(root, installed), join(path, installed), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('/.vite'),
    });
  }
}
