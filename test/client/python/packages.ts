/** Python packages made of routers, in folders that go away. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Api } from '../../../client/generator/ir.ts';
import { python } from '../../../client/generator/python/python.ts';
import { packageFolder } from '../../support/python.ts';

/** A package on disk. */
export interface PythonPackage extends AsyncDisposable {
  /** What PYTHONPATH names. */
  readonly sources: string;
  /** Adds a program beside the sources. */
  add(name: string, text: string): Promise<string>;
}

/** The package of an API, with the runtime as it is. */
export async function pythonPackage(api: Api): Promise<PythonPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-python-'));
  const generated = join(packageFolder, python.generated);
  const filter = (path: string) => !path.startsWith(generated) && !path.includes('__pycache__');
  await cp(packageFolder, folder, { recursive: true, filter });
  const write = async (path: string, text: string) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  };
  for (const [name, text] of Object.entries(python.files(api))) {
    await write(join(folder, python.generated, name), text);
  }
  return {
    sources: join(folder, 'src'),
    add: (name, text) => write(join(folder, 'example', name), text),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
