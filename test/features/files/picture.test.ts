import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../../server/src/features/files/picture.ts';
import { picture, pixelBomb } from '../../support/picture.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } });
const blobOf = async (image: Sharp) => new Blob([new Uint8Array(await image.toBuffer())]);

describe('a picture', () => {
  test('that a camera turned is measured as it is seen', async () => {
    const turned = plain(300, 200).jpeg().withMetadata({ orientation: 6 });
    const { width, height, thumbnail } = await readPicture(await blobOf(turned));
    expect([width, height]).toEqual([200, 300]);
    const small = await sharp(thumbnail).metadata();
    expect([small.width, small.height]).toEqual([200, 300]);
  });

  test('has a thumbnail of 480 pixels at its longer side, in WebP', async () => {
    const { thumbnail } = await readPicture(await blobOf(plain(1200, 300).png()));
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', width: 480, height: 120 });
  });

  test('that is small is not enlarged', async () => {
    const { thumbnail } = await readPicture(await picture({ width: 20, height: 10 }));
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 20, height: 10 });
  });

  test('leaves where it was taken out of its thumbnail', async () => {
    const located = plain(600, 400)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N' } });
    const blob = await blobOf(located);
    expect((await sharp(await blob.arrayBuffer()).metadata()).exif).toBeDefined();
    const { thumbnail } = await readPicture(blob);
    expect((await sharp(thumbnail).metadata()).exif).toBeUndefined();
  });

  test('with more pixels than fit in memory is refused at once', async () => {
    const started = performance.now();
    await expect(readPicture(pixelBomb(30_000))).rejects.toMatchObject({
      reason: 'invalid_input',
      message: 'The picture has more than 50 million pixels',
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('that is not one is refused', async () => {
    await expect(readPicture(new Blob(['no picture']))).rejects.toMatchObject({ reason: 'invalid_input' });
  });
});
