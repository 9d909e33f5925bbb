import sharp, { type Sharp } from 'sharp';
import { lanes } from '../../engine/concurrency/lanes.ts';
import { failField } from '../../engine/errors/failure.ts';

/** Most pixels that are decoded; the largest sensors of phones lie just below. */
const maxPixels = 50_000_000;

/** Longer side of a thumbnail, in pixels. */
const thumbnailSide = 480;

/** Longest time that one picture may take, in seconds. */
const maxSeconds = 15;

// Each picture comes once: a cache would only keep memory.
sharp.cache(false);

/** Decoding happens off the event loop; two at once leave threads for files and DNS. */
const inLane = lanes(2);

/** What is kept of a picture beside its bytes. */
export interface PictureFacts {
  /** Pixels, orientation applied. */
  readonly width: number;
  readonly height: number;
  /** WebP without metadata. */
  readonly thumbnail: Uint8Array;
}

/**
 * Measures a picture and makes its thumbnail.
 * @throws a failure of the field `file` when it cannot be decoded or has too many pixels
 */
export function readPicture(content: Blob): Promise<PictureFacts> {
  return inLane(async () => {
    try {
      const image = sharp(await content.arrayBuffer(), { limitInputPixels: maxPixels, failOn: 'error' });
      const { autoOrient } = await image.metadata();
      return { ...autoOrient, thumbnail: await makeThumbnail(image) };
    } catch (error) {
      throw unreadable(error);
    }
  });
}

function makeThumbnail(image: Sharp): Promise<Uint8Array> {
  return image
    .autoOrient()
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: maxSeconds })
    .toBuffer();
}

function unreadable(error: unknown) {
  const tooLarge = error instanceof Error && error.message.includes('pixel limit');
  return failField(
    'file',
    'unsupported_file',
    tooLarge ? 'The picture has more than 50 million pixels' : 'The picture cannot be read',
  );
}
