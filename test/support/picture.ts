/** Pictures for uploads, made on the spot. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  readonly format?: 'png' | 'jpeg' | 'webp';
  readonly name?: string;
}

/** A picture of one colour. */
export async function picture(options: PictureOptions = {}): Promise<File> {
  const { width = 64, height = 48, format = 'png', name = `picture.${format}` } = options;
  const image = sharp({ create: { width, height, channels: 3, background: { r: 40, g: 90, b: 160 } } });
  return new File([new Uint8Array(await image.toFormat(format).toBuffer())], name, {
    type: `image/${format}`,
  });
}

/** A picture of so many bytes: what follows its end is ignored by whoever reads it. */
export async function heavyPicture(bytes: number): Promise<File> {
  const small = await picture();
  const padding = new Uint8Array(bytes - small.size).fill(7);
  return new File([small, padding], 'heavy.png', { type: 'image/png' });
}

/** A well-formed black PNG of so many pixels each way, in about a thousandth of the bytes they would take. */
export function pixelBomb(side: number): File {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  const bytes = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return new File([new Uint8Array(Buffer.concat([signature, ...bytes]))], 'bomb.png', { type: 'image/png' });
}

/** @see https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(content.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
