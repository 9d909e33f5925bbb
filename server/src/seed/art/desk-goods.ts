import { floor, light, shadowOf, stillLife } from './still-life.ts';
import { box, circle, ellipse, type Ink, ink, place, shape, stroke, times } from './svg.ts';

/** A notebook with a ribbon. */
export function notebook(): string {
  return stillLife(
    [ink.sky, ink.blue],
    ink.cream,
    ink.night,
    place(
      500,
      370,
      -9,
      box(-176, -236, 392, 500, ink.night, 16, 0.2),
      box(-186, -250, 388, 500, ink.paper, 14),
      box(-200, -250, 390, 500, ink.moss, 14),
      box(-200, -250, 52, 500, ink.pine, 14),
      box(150, -250, 14, 500, ink.amber),
      box(-96, -150, 190, 96, ink.cream, 8),
      box(-70, -124, 138, 12, ink.moss, 6, 0.8),
      box(-70, -96, 96, 10, ink.moss, 5, 0.5),
      shape('M40 250 h26 v70 l-13 -18 l-13 18 Z', ink.rust),
    ),
  );
}

/** A lamp that is on. */
export function lamp(): string {
  return stillLife(
    [ink.deep, ink.night],
    ink.plum,
    ink.night,
    shape('M430 290 L130 560 H800 L640 260 Z', ink.amber, 0.2),
    ellipse(460, 566, 340, 34, ink.amber, 0.3),
    shadowOf(700, 110, ink.night),
    stroke('M700 540 L770 350 L560 190', ink.stone, 20),
    circle(770, 350, 22, ink.night),
    circle(770, 350, 10, ink.stone),
    ellipse(700, 548, 112, 22, ink.rust),
    ellipse(700, 540, 112, 20, ink.brick),
    place(
      545,
      200,
      34,
      shape('M-60 -44 H60 L116 100 H-116 Z', ink.rust),
      box(-34, -78, 68, 40, ink.brick, 12),
      ellipse(0, 100, 116, 22, ink.amber),
    ),
  );
}

/** A keyboard. */
export function keyboard(): string {
  const key = (row: number) => (index: number) => {
    const accent = (row === 0 && index === 0) || (row === 2 && index === 10);
    const x = 136 + index * 63;
    return (
      box(x, 300 + row * 62, 55, 54, ink.stone, 10) +
      box(x + 3, 298 + row * 62, 49, 46, accent ? ink.rust : row % 2 || index % 5 ? ink.white : ink.sky, 9)
    );
  };
  return stillLife(
    [ink.cream, ink.sand],
    ink.sand,
    ink.plum,
    box(112, 300, 760, 300, ink.plum, 30, 0.22),
    box(100, 268, 760, 310, ink.deep, 28),
    box(100, 268, 760, 24, ink.blue, 12, 0.6),
    times(11, key(0)),
    times(11, key(1)),
    times(11, key(2)),
    box(136, 486, 118, 54, ink.white, 10),
    box(262, 486, 370, 54, ink.amber, 10),
    box(640, 486, 181, 54, ink.white, 10),
  );
}

/** Pencils in a tin. */
export function pencils(): string {
  const colours: readonly Ink[] = [ink.rust, ink.amber, ink.leaf, ink.blue, ink.plum, ink.rose, ink.deep];
  const pencil = (fill: Ink, index: number) =>
    place(
      396 + index * 29,
      420,
      (index - 3) * 5,
      box(-15, -250 - (index % 3) * 26, 30, 260, fill),
      box(-15, -250 - (index % 3) * 26, 9, 260, ink.white, 0, 0.25),
      shape(
        `M-15 ${-250 - (index % 3) * 26} L0 ${-300 - (index % 3) * 26} L15 ${-250 - (index % 3) * 26} Z`,
        ink.sand,
      ),
      shape(
        `M-5 ${-284 - (index % 3) * 26} L0 ${-300 - (index % 3) * 26} L5 ${-284 - (index % 3) * 26} Z`,
        fill,
      ),
    );
  return stillLife(
    [ink.mist, ink.mist],
    ink.rose,
    ink.plum,
    shadowOf(484, 150, ink.plum),
    ellipse(484, 370, 144, 26, ink.night),
    ...colours.map(pencil),
    shape(`M340 370 C400 396 568 396 628 370 V536 Q484 ${floor + 26} 340 536 Z`, ink.deep),
    light('M340 370 C360 380 380 386 400 388 V554 Q360 548 340 536 Z', ink.white),
    shape('M340 440 C400 466 568 466 628 440 V476 C568 502 400 502 340 476 Z', ink.amber),
  );
}

/** Headphones. */
export function headphones(): string {
  const cup = (x: number, flip: 1 | -1) =>
    place(
      x,
      430,
      flip * 8,
      box(-62, -110, 124, 220, ink.night, 58),
      box(-46 + flip * 34, -96, 70, 192, ink.rust, 34),
      box(-20 + flip * 34, -60, 14, 120, ink.white, 7, 0.2),
    );
  return stillLife(
    [ink.rose, ink.rust],
    ink.night,
    ink.night,
    ellipse(490, 560, 290, 26, ink.plum, 0.5),
    stroke('M290 420 C280 130 680 130 670 420', ink.night, 40),
    stroke('M312 380 C310 176 650 176 648 380', ink.cream, 14),
    cup(290, -1),
    cup(670, 1),
  );
}

/** A canvas bag. */
export function bag(): string {
  return stillLife(
    [ink.leaf, ink.moss],
    ink.pine,
    ink.night,
    shadowOf(480, 210, ink.night),
    stroke('M390 250 C390 60 570 60 570 250', ink.sand, 24),
    shape(`M290 240 H670 L700 ${floor} H260 Z`, ink.cream),
    light(`M290 240 H370 L352 ${floor} H260 Z`, ink.white),
    shape(`M560 240 H670 L700 ${floor} H600 Z`, ink.sand, 0.5),
    stroke('M300 268 H660', ink.sand, 5),
    circle(480, 410, 84, ink.rust),
    shape('M396 410 A84 84 0 0 1 564 410 Z', ink.amber),
    stroke('M412 440 H548 M430 466 H530', ink.cream, 9),
  );
}

/** A watering can. */
export function wateringCan(): string {
  return stillLife(
    [ink.paper, ink.blush],
    ink.sage,
    ink.pine,
    shadowOf(500, 200, ink.pine),
    stroke('M610 300 C800 250 800 500 640 500', ink.moss, 26),
    stroke('M420 300 C430 190 600 190 610 300', ink.moss, 22),
    shape('M400 430 L200 250 L228 222 L430 340 Z', ink.moss),
    place(196, 222, -42, ellipse(0, 0, 70, 20, ink.pine), ellipse(0, -6, 70, 18, ink.sage)),
    shape(`M376 300 H644 L668 ${floor} H352 Z`, ink.leaf),
    light(`M376 300 H440 L424 ${floor} H352 Z`, ink.white),
    ellipse(510, 300, 134, 24, ink.pine),
    box(364, 470, 294, 14, ink.moss, 7),
    times(6, (index) => circle(150 - (index % 3) * 34, 290 + index * 34, 9, ink.blue, 0.7)),
  );
}
