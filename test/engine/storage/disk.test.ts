import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskStorage } from '../../../server/src/engine/storage/disk.ts';
import type { Storage } from '../../../server/src/engine/storage/storage.ts';

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-storage-'));
  storage = diskStorage(join(folder, 'objects'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (key: string, range?: { start: number; end: number }) =>
  Buffer.concat(await Array.fromAsync(storage.open(key, range))).toString();

describe('a storage on a disk', () => {
  test('is empty before anything is stored', async () => {
    expect(await Array.fromAsync(storage.list())).toEqual([]);
  });

  test('gives back bytes and streams, whole and in part', async () => {
    await storage.put('from-bytes', Buffer.from('hinges'));
    await storage.put('from-stream', Readable.from([Buffer.from('hin'), Buffer.from('ges')]));
    expect(await read('from-bytes')).toBe('hinges');
    expect(await read('from-stream')).toBe('hinges');
    expect(await read('from-stream', { start: 1, end: 2 })).toBe('in');
  });

  test('keeps objects from other users of the machine', async () => {
    const paths = (await readdir(folder, { recursive: true, withFileTypes: true })).map((entry) =>
      join(entry.parentPath, entry.name),
    );
    for (const path of paths) expect((await stat(path)).mode & 0o077).toBe(0);
    expect(paths.length).toBeGreaterThan(4);
  });

  test('leaves nothing of a stream that breaks', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the client went away');
      })(),
    );
    await expect(storage.put('broken', broken)).rejects.toThrow('the client went away');
    expect((await Array.fromAsync(storage.list())).map(({ key }) => key).sort()).toEqual([
      'from-bytes',
      'from-stream',
    ]);
  });

  test('says of an unknown key that it is not there, and removes it without complaint', async () => {
    await expect(read('unknown')).rejects.toMatchObject({ code: 'ENOENT' });
    await storage.remove('unknown');
  });

  test.each(['../escape', 'a/b', '', '.hidden', 'UPPER', 'nul\0'])('refuses the key %j', async (key) => {
    expect(() => storage.open(key)).toThrow(TypeError);
    await expect((async () => storage.put(key, Buffer.from('x')))()).rejects.toThrow(TypeError);
  });
});
