import { box, circle, ellipse, ground, type Ink, picture, shape } from './svg.ts';

/** Size of a product's picture, in pixels. */
const [width, height] = [960, 720];

/** Where things stand. */
export const floor = 560;

/** A thing on a table before a wall, with light from the left. */
export function stillLife(wall: readonly [Ink, Ink], table: Ink, shadow: Ink, ...shapes: string[]): string {
  return picture(
    width,
    height,
    ground(wall[0], wall[1]),
    circle(230, 190, 300, wall[0], 0.5),
    box(0, 520, width, 200, table),
    box(0, 520, width, 10, shadow, 0, 0.1),
    ...shapes,
  );
}

/** The soft shadow of something that stands on the table. */
export function shadowOf(x: number, halfWidth: number, colour: Ink): string {
  return (
    ellipse(x + halfWidth * 0.25, floor + 6, halfWidth * 1.25, 24, colour, 0.14) +
    ellipse(x + halfWidth * 0.1, floor + 4, halfWidth * 1.05, 15, colour, 0.22)
  );
}

/** A lit edge along a shape: the same path, fainter. */
export function light(path: string, colour: Ink): string {
  return shape(path, colour, 0.16);
}
