import sharp from 'sharp';
import { lanes } from '../engine/concurrency/lanes.ts';

/** More at once would not be faster, and would need much memory. */
const inLane = lanes(2);

/** Draws SVG into the WebP file that a person would have uploaded. */
export async function render(svg: string, name: string): Promise<File> {
  const picture = await inLane(() => sharp(Buffer.from(svg)).webp({ quality: 88, effort: 2 }).toBuffer());
  return new File([new Uint8Array(picture)], `${name}.webp`, { type: 'image/webp' });
}
