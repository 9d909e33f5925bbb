/** Writes folders of generated files so that nobody ever sees half of one. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** File texts by path. */
export type Files = Readonly<Record<string, string>>;

/** Makes a folder hold these files and nothing else. @returns the paths that changed, so that watchers stay quiet */
export async function fillFolder(folder: string, files: Files): Promise<string[]> {
  const changed: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    await writeWhole(path, text);
    changed.push(path);
  }
  for (const path of await filesIn(folder)) {
    if (Object.hasOwn(files, relative(folder, path).replaceAll('\\', '/'))) continue;
    await rm(path);
    changed.push(path);
  }
  return changed;
}

/** Every file below a folder; none where there is no folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/**
 * Puts a complete folder in the place of another, or where nothing is. It is written beside it first.
 * @throws whatever the file system refuses; then the folder is as it was
 */
export async function replaceFolder(folder: string, files: Files): Promise<void> {
  const aside = `${folder}.new-${process.pid}`;
  const before = `${folder}.old-${process.pid}`;
  try {
    for (const [name, text] of Object.entries(files)) await writeWhole(join(aside, name), text);
    const existed = await rename(folder, before).then(
      () => true,
      () => false,
    );
    await rename(aside, folder).catch(async (error) => {
      if (existed) await rename(before, folder);
      throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await rm(before, { recursive: true, force: true });
}

async function writeWhole(path: string, text: string): Promise<void> {
  const aside = `${path}.new-${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(aside, text);
  await rename(aside, path);
}
