import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../../server/src/db/transaction.ts';
import type { Caller } from '../../../server/src/engine/auth/caller.ts';
import { deleteFile } from '../../../server/src/features/files/files.service.ts';
import { requirePicture } from '../../../server/src/features/files/pictures.service.ts';
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

test('a picture that a transaction relies on cannot be deleted before the transaction ends', async () => {
  const { db, storage } = services;
  const { id } = await services.pictureOf(owner);
  let isDeleted = false;
  let deletion = Promise.resolve();
  await transaction(db, async (tx) => {
    await requirePicture(tx, 'coverId', id, owner.id);
    deletion = deleteFile(db, storage, owner, id).then(() => {
      isDeleted = true;
    });
    await sleep(150);
    expect(isDeleted).toBe(false);
  });
  await deletion;
  expect(isDeleted).toBe(true);
});

describe('a picture that a resource may not show', () => {
  const upload = (file: File, visibility: 'public' | 'private') =>
    uploadFile(services.db, services.storage, owner.id, { file, alt: '', visibility });

  test.each([
    ['that is not there', 'unknown_picture', async () => crypto.randomUUID()],
    [
      'of somebody else',
      'unknown_picture',
      async () => (await services.pictureOf(await services.caller())).id,
    ],
    [
      'that is a text',
      'not_a_picture',
      async () => (await upload(new File(['x'], 'a.txt', { type: 'text/plain' }), 'public')).id,
    ],
    ['that is private', 'private_picture', async () => (await upload(await picture(), 'private')).id],
  ])('%s is refused at its field', async (_, code, make) => {
    await expect(requirePicture(services.db, 'coverId', await make(), owner.id)).rejects.toMatchObject({
      reason: 'invalid_input',
      options: { issues: [{ pointer: '/coverId', code }] },
    });
  });
});
