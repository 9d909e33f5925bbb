/** TypeScript programs outside of the workspace, such as those that a document shows. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, root } from './repository.ts';
import { snippets } from './snippets.ts';

/**
 * A document read as one program: its blocks of a language, one after another.
 * @throws Error where there are none
 */
export function programOf(document: string, language: 'ts' | 'tsx'): string {
  const found = snippets(read(document), language);
  if (found.length === 0) throw new Error(`${document} shows no ${language}`);
  return found.join('\n');
}

/** A folder with one TypeScript program, which finds the packages that a part of the workspace has. */
export async function programFolder(
  name: string,
  program: string,
  part: 'test' | 'web',
): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'portico-program-'));
  await symlink(join(root, part, 'node_modules'), join(path, 'node_modules'));
  await writeFile(join(path, name), program);
  await writeFile(join(path, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    module: 'nodenext',
    lib: ['esnext', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    noUnusedLocals: false,
  };
  const options = { extends: join(root, 'tsconfig.base.json'), compilerOptions, files: [name] };
  await writeFile(join(path, 'tsconfig.json'), JSON.stringify(options));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
