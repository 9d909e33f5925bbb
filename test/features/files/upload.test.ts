import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../../server/src/engine/auth/caller.ts';
import type { Storage } from '../../../server/src/engine/storage/storage.ts';
import { openContent, openThumbnail } from '../../../server/src/features/files/download.ts';
import { deleteFile, listMyFiles, sweepOrphans } from '../../../server/src/features/files/files.service.ts';
import { uploadFile } from '../../../server/src/features/files/upload.ts';
import { picture } from '../../support/picture.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
let owner: Caller;
beforeAll(async () => {
  services = await testServices();
  owner = await services.caller();
});
afterAll(() => services[Symbol.asyncDispose]());

const keys = async () => (await Array.fromAsync(services.storage.list())).map(({ key }) => key).sort();
const upload = async (storage: Storage = services.storage, ownerId = owner.id) =>
  uploadFile(services.db, storage, ownerId, { file: await picture(), alt: 'Blue', visibility: 'public' });

test('a picture is two objects and a row, and deleting it takes all three', async () => {
  const file = await upload();
  expect(await keys()).toEqual([file.id, `${file.id}.webp`]);
  await deleteFile(services.db, services.storage, owner, file.id);
  expect(await keys()).toEqual([]);
  expect((await listMyFiles(services.db, owner.id, { limit: 10 })).items).toEqual([]);
});

test('content and thumbnail come back as they were stored', async () => {
  const file = await upload();
  const { db, storage } = services;
  const content = await openContent(db, storage, null, { id: file.id });
  const bytes = Buffer.concat(await Array.fromAsync(content.open()));
  expect(bytes.equals(Buffer.from(await (await picture()).arrayBuffer()))).toBe(true);
  expect(content).toMatchObject({ type: 'image/png', size: bytes.length, disposition: 'inline' });
  const thumbnail = await openThumbnail(db, storage, null, file.id);
  const small = Buffer.concat(await Array.fromAsync(thumbnail.open()));
  expect(thumbnail).toMatchObject({ type: 'image/webp', size: small.length, name: 'picture.webp' });
  expect(thumbnail.etag).not.toBe(content.etag);
  await deleteFile(db, storage, owner, file.id);
});

test('a disk that fails in the middle leaves neither objects nor a row', async () => {
  const failing: Storage = {
    ...services.storage,
    put: (key, content) =>
      key.endsWith('.webp') ? Promise.reject(new Error('disk full')) : services.storage.put(key, content),
  };
  await expect(upload(failing)).rejects.toThrow('disk full');
  expect(await keys()).toEqual([]);
  expect((await listMyFiles(services.db, owner.id, { limit: 10 })).items).toEqual([]);
});

test('a database that fails in the middle leaves no objects', async () => {
  await expect(upload(services.storage, crypto.randomUUID())).rejects.toThrow();
  expect(await keys()).toEqual([]);
});

test('the sweep removes what no file refers to, but nothing that may be on its way', async () => {
  const { db, storage } = services;
  const file = await upload();
  const orphan = crypto.randomUUID();
  await storage.put(orphan, Buffer.from('left behind'));
  await storage.put(`${orphan}.webp`, Buffer.from('left behind'));
  await storage.put(`${file.id}.${orphan}.partial`, Buffer.from('half'));
  expect(await sweepOrphans(db, storage)).toBe(0);
  expect(await sweepOrphans(db, storage, new Date(Date.now() + 2 * 60 * 60 * 1000))).toBe(3);
  expect(await keys()).toEqual([file.id, `${file.id}.webp`]);
});
