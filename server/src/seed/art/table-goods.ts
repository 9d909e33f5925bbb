import { floor, light, shadowOf, stillLife } from './still-life.ts';
import { box, circle, ellipse, ink, place, ring, shape, stroke, times } from './svg.ts';

/** A mug. */
export function mug(): string {
  return stillLife(
    [ink.blush, ink.rose],
    ink.paper,
    ink.plum,
    shadowOf(460, 180, ink.plum),
    stroke('M600 330 C720 320 720 480 596 478', ink.deep, 34),
    shape('M290 270 H620 V480 Q620 560 540 560 H370 Q290 560 290 480 Z', ink.blue),
    shape('M290 400 H620 V480 Q620 560 540 560 H370 Q290 560 290 480 Z', ink.deep),
    light('M290 270 H360 V556 Q290 550 290 480 Z', ink.white),
    ellipse(455, 270, 165, 34, ink.sky),
    ellipse(455, 272, 146, 26, ink.plum),
    times(40, (index) => circle(310 + ((index * 83) % 300), 290 + ((index * 47) % 96), 2.6, ink.mist, 0.6)),
    stroke('M400 210 C370 170 430 150 400 100 M490 210 C460 170 520 150 490 100', ink.white, 14, 0.6),
  );
}

/** A kettle. */
export function kettle(): string {
  return stillLife(
    [ink.mist, ink.sky],
    ink.cream,
    ink.night,
    shadowOf(480, 240, ink.night),
    stroke('M350 300 C350 130 610 130 610 300', ink.night, 24),
    shape('M650 360 C730 350 740 290 800 270 L830 300 C780 340 760 440 660 470 Z', ink.rust),
    shape(
      'M270 500 C270 360 340 290 480 290 S690 360 690 500 Q690 560 640 560 H320 Q270 560 270 500 Z',
      ink.rust,
    ),
    light('M270 500 C270 380 320 310 410 296 C350 360 340 470 356 560 H320 Q270 560 270 500 Z', ink.white),
    box(392, 272, 176, 26, ink.brick, 13),
    circle(480, 256, 22, ink.night),
    box(300, 540, 360, 20, ink.brick, 10),
  );
}

/** A board with bread on it. */
export function board(): string {
  return stillLife(
    [ink.sage, ink.leaf],
    ink.mist,
    ink.pine,
    ellipse(500, 575, 400, 30, ink.pine, 0.25),
    box(140, 500, 560, 66, ink.ochre, 26),
    box(690, 516, 170, 34, ink.ochre, 17),
    circle(826, 533, 9, ink.brick),
    box(140, 540, 560, 26, ink.rust, 13, 0.5),
    shape('M200 500 C180 380 270 300 400 300 S600 380 580 500 Z', ink.rust),
    shape('M222 492 C210 390 290 326 400 326 S570 390 560 492 Z', ink.sand),
    times(22, (index) =>
      ellipse(
        260 + ((index * 67) % 260),
        380 + ((index * 41) % 100),
        8 + (index % 4) * 3,
        6,
        ink.ochre,
        0.55,
      ),
    ),
    place(610, 470, -8, box(-6, -14, 200, 22, ink.stone, 4), box(180, -18, 110, 30, ink.night, 14)),
  );
}

/** A folded blanket. */
export function blanket(): string {
  const fold = (y: number, index: number) =>
    box(230, y, 500, 84, index % 2 ? ink.cream : ink.paper, 40) +
    box(330, y, 34, 84, ink.rust) +
    box(374, y, 12, 84, ink.deep) +
    box(570, y, 34, 84, ink.rust) +
    box(614, y, 12, 84, ink.deep) +
    box(230, y + 66, 500, 18, ink.plum, 9, 0.12);
  return stillLife(
    [ink.plum, ink.deep],
    ink.sand,
    ink.night,
    shadowOf(480, 270, ink.night),
    fold(476, 0),
    fold(396, 1),
    fold(316, 0),
    times(24, (index) => stroke(`M${246 + index * 20} 556 v34`, ink.paper, 6)),
  );
}

/** A stool. */
export function stool(): string {
  return stillLife(
    [ink.amber, ink.ochre],
    ink.brick,
    ink.night,
    ellipse(500, 640, 230, 26, ink.night, 0.28),
    stroke('M400 330 L330 630 M560 330 L630 630', ink.sand, 30),
    stroke('M480 330 V600', ink.rust, 26),
    stroke('M362 520 H598', ink.sand, 20),
    ellipse(480, 320, 200, 44, ink.rust),
    ellipse(480, 300, 200, 44, ink.cream),
    ellipse(480, 298, 150, 30, ink.sand, 0.6),
    ellipse(480, 297, 84, 16, ink.sand),
  );
}

/** Terracotta with a broad-leaved plant. */
export function pot(): string {
  const leaf = (degrees: number, length: number, fill: typeof ink.moss | typeof ink.leaf | typeof ink.pine) =>
    place(
      480,
      400,
      degrees,
      shape(
        `M0 0 C${length * 0.42} ${-length * 0.25} ${length * 0.34} ${-length * 0.85} 0 ${-length} C${-length * 0.34} ${-length * 0.85} ${-length * 0.42} ${-length * 0.25} 0 0 Z`,
        fill,
      ),
      stroke(`M0 0 V${-length * 0.9}`, ink.sage, 5, 0.7),
    );
  return stillLife(
    [ink.paper, ink.cream],
    ink.sand,
    ink.plum,
    shadowOf(480, 140, ink.plum),
    leaf(-74, 230, ink.pine),
    leaf(70, 240, ink.pine),
    leaf(-44, 290, ink.moss),
    leaf(40, 300, ink.moss),
    leaf(-12, 330, ink.leaf),
    leaf(16, 270, ink.moss),
    shape(`M350 400 H610 L576 ${floor} H384 Z`, ink.rust),
    light(`M350 400 H420 L436 ${floor} H384 Z`, ink.white),
    box(334, 366, 292, 60, ink.rust, 8),
    box(334, 414, 292, 14, ink.brick, 0, 0.5),
  );
}

/** A wall clock. */
export function clock(): string {
  return stillLife(
    [ink.sage, ink.sage],
    ink.moss,
    ink.pine,
    circle(496, 316, 236, ink.pine, 0.2),
    circle(480, 296, 236, ink.night),
    circle(480, 296, 214, ink.paper),
    times(12, (index) =>
      place(480, 296, index * 30, box(-5, -196, index % 3 ? 6 : 12, index % 3 ? 24 : 40, ink.night, 3)),
    ),
    place(480, 296, 304, box(-9, -120, 18, 140, ink.night, 9)),
    place(480, 296, 48, box(-7, -168, 14, 200, ink.night, 7)),
    place(480, 296, 190, box(-3, -170, 6, 220, ink.rust, 3)),
    circle(480, 296, 16, ink.rust),
    ring(480, 296, 225, ink.deep, 4),
  );
}
