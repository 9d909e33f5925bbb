/** Keeps objects as files in a folder that only the server's user can read. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Storage, StoredObject } from './storage.ts';

const keyForm = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/**
 * Storage on a disk, in `directory/ab/cd/key`.
 * @param directory created where absent, readable by the server's user alone
 */
export function diskStorage(directory: string): Storage {
  return {
    put: (key, content) => write(pathOf(directory, key), content),
    open: (key, range) => createReadStream(pathOf(directory, key), { ...range }),
    remove: (key) => rm(pathOf(directory, key), { force: true }),
    list: () => walk(directory),
  };
}

/** Spreads keys evenly over 65,536 folders; what shares its name up to the first dot shares a folder. */
function pathOf(directory: string, key: string): string {
  if (!keyForm.test(key)) throw new TypeError('An object key is made of lower-case letters, digits, - and .');
  const [name = ''] = key.split('.', 1);
  const hash = createHash('sha256').update(name).digest('hex');
  return join(directory, hash.slice(0, 2), hash.slice(2, 4), key);
}

/** Writes beside the target, then renames: a reader sees all or nothing, also after a power cut. */
async function write(path: string, content: Readable | Uint8Array): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  const folder = dirname(path);
  const created = await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await withHandle(partial, 'wx', async (file) => {
      await file.writeFile(content);
      await file.sync();
    });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolders(created ? [folder, dirname(folder), dirname(dirname(folder))] : [folder]);
}

/** Makes new entries of folders durable. Windows has no such call, and no need of it. */
async function syncFolders(folders: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  for (const folder of folders) await withHandle(folder, 'r', (handle) => handle.sync());
}

async function withHandle(path: string, flags: string, work: (handle: FileHandle) => Promise<void>) {
  const handle = await open(path, flags, 0o600);
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

async function* walk(directory: string): AsyncGenerator<StoredObject> {
  for (const entry of (await unlessGone(readdir(directory, { withFileTypes: true }))) ?? []) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      yield* walk(path);
      continue;
    }
    const status = await unlessGone(stat(path));
    if (status) yield { key: entry.name, modifiedAt: status.mtime };
  }
}

/** Undefined when the file was removed meanwhile. */
async function unlessGone<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
