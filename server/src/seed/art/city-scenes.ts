import { pick, randomOf } from './random.ts';
import { box, circle, ellipse, ground, type Ink, ink, picture, place, shape, stroke, times } from './svg.ts';

/** A bench above a town. */
export function bench(): string {
  const slat = (y: number, height: number) => box(360, y, 480, height, ink.rust, 6);
  return picture(
    1200,
    800,
    ground(ink.blush, ink.amber),
    circle(820, 300, 120, ink.paper),
    shape(
      'M0 470 L120 420 H180 V380 H240 V440 H330 L380 400 L430 440 V470 H560 V410 H640 V360 L680 320 L720 360 V450 H840 V420 H940 V470 H1060 L1110 430 L1200 470 V800 H0 Z',
      ink.rose,
    ),
    shape('M0 560 Q300 480 640 540 T1200 520 V800 H0 Z', ink.leaf),
    shape('M0 640 Q420 580 760 630 T1200 620 V800 H0 Z', ink.moss),
    ellipse(600, 716, 300, 20, ink.pine, 0.6),
    stroke('M410 520 V716 M790 520 V716 M380 612 H820', ink.night, 16),
    slat(480, 30),
    slat(524, 30),
    slat(586, 26),
    stroke('M1010 640 V260', ink.plum, 26),
    circle(1010, 220, 120, ink.pine),
    circle(930, 280, 80, ink.pine),
    circle(1080, 290, 84, ink.moss),
  );
}

/** A town map with one walk on it. */
export function map(): string {
  const random = randomOf('map');
  const block = (index: number) => {
    const [column, row] = [index % 9, Math.floor(index / 9)];
    const fill = random() > 0.85 ? ink.sage : pick(random, [ink.paper, ink.cream, ink.white]);
    return box(column * 150 - 70, row * 135 - 60, 118 + (index % 3) * 6, 104 + (index % 2) * 8, fill, 8);
  };
  return picture(
    1200,
    800,
    ground(ink.sand, ink.sand),
    place(0, 0, -5, times(63, block)),
    shape(
      'M-20 560 C200 480 320 640 520 580 S820 430 980 500 S1180 450 1220 400 V520 C1100 590 1000 600 900 590 S640 660 520 690 S180 600 -20 690 Z',
      ink.sky,
    ),
    stroke('M380 560 L430 720 M860 440 L900 640', ink.cream, 30),
    stroke(
      'M160 130 L300 120 L330 290 L480 276 L500 420 L640 408 L655 270 L800 256 L830 130 L960 118',
      ink.rust,
      12,
    ),
    circle(160, 130, 24, ink.deep),
    circle(160, 130, 10, ink.white),
    shape('M960 118 C920 60 930 10 960 4 C1000 -2 1010 50 960 118 Z', ink.brick),
    circle(962, 44, 14, ink.white),
  );
}

/** A tram that comes down a street. */
export function tram(): string {
  const house = (x: number, width: number, top: number, fill: Ink) =>
    box(x, top, width, 800 - top, fill) +
    times(10, (index) =>
      box(
        x + 24 + (index % 2) * (width / 2 - 6),
        top + 40 + Math.floor(index / 2) * 96,
        width / 2 - 42,
        56,
        ink.mist,
        4,
        0.75,
      ),
    );
  return picture(
    1200,
    800,
    ground(ink.sky, ink.paper),
    house(-20, 190, 120, ink.rose),
    house(170, 160, 200, ink.sand),
    house(870, 170, 170, ink.sage),
    house(1040, 190, 90, ink.amber),
    box(0, 690, 1200, 110, ink.stone),
    shape('M500 690 L380 800 H420 L530 690 Z M670 690 L780 800 H820 L700 690 Z', ink.night, 0.5),
    stroke('M0 60 Q600 150 1200 60 M600 112 L560 196 L600 236 L640 196 Z', ink.night, 5),
    box(420, 230, 360, 476, ink.brick, 54),
    box(420, 520, 360, 60, ink.paper),
    box(462, 300, 276, 190, ink.night, 26),
    shape('M462 420 L640 300 H712 Q738 300 738 326 V340 L520 490 H488 Q462 490 462 464 Z', ink.sky, 0.35),
    box(520, 248, 160, 36, ink.amber, 10),
    circle(486, 632, 26, ink.amber),
    circle(714, 632, 26, ink.amber),
    box(450, 690, 300, 26, ink.night, 8),
  );
}

/** Roofs, chimneys and a moon. */
export function roofs(): string {
  const random = randomOf('roofs');
  const colours = [ink.brick, ink.rust, ink.plum, ink.deep, ink.blue] as const;
  const roof = (row: number) => (index: number) => {
    const x = index * 210 - 90 + (row % 2) * 105;
    const y = 330 + row * 130 + random() * 40;
    const fill = pick(random, colours);
    return (
      (random() > 0.4
        ? box(x + 130, y - 20, 34, 110, ink.night) + box(x + 124, y - 28, 46, 16, ink.stone)
        : '') +
      shape(`M${x - 20} ${y + 110} L${x + 105} ${y} L${x + 230} ${y + 110} Z`, fill) +
      box(x, y + 110, 210, 300, ink.paper) +
      box(x, y + 110, 210, 300, fill, 0, 0.28) +
      box(x + 38, y + 150, 46, 62, random() > 0.5 ? ink.amber : ink.night, 4, 0.9) +
      box(x + 126, y + 150, 46, 62, random() > 0.5 ? ink.amber : ink.night, 4, 0.9)
    );
  };
  return picture(
    1200,
    800,
    ground(ink.deep, ink.rose),
    circle(900, 180, 92, ink.paper),
    circle(866, 160, 92, ink.deep, 0.28),
    times(7, roof(0)),
    times(7, roof(1)),
    times(7, roof(2)),
  );
}

/** A bus under a sleeping town. */
export function nightBus(): string {
  const random = randomOf('night');
  const tower = (index: number) => {
    const [x, width, height] = [index * 104 - 20, 96, 220 + random() * 300];
    const top = 640 - height;
    const windows = times(Math.floor(height / 46) * 3, (window) =>
      random() > 0.72
        ? box(x + 14 + (window % 3) * 26, top + 20 + Math.floor(window / 3) * 44, 16, 24, ink.amber, 2, 0.9)
        : '',
    );
    return box(x, top, width, height, index % 2 ? ink.deep : ink.plum) + windows;
  };
  return picture(
    1200,
    800,
    ground(ink.night, ink.deep),
    times(50, () => circle(random() * 1200, random() * 300, 1 + random() * 2, ink.mist, 0.7)),
    times(12, tower),
    box(0, 640, 1200, 160, ink.night),
    times(9, (index) => box(30 + index * 140, 736, 76, 8, ink.paper, 4, 0.7)),
    shape('M860 640 L1200 590 V730 L860 690 Z', ink.amber, 0.28),
    box(330, 500, 540, 180, ink.rust, 26),
    times(5, (index) => box(360 + index * 92, 528, 76, 68, ink.cream, 10)),
    box(820, 528, 50, 92, ink.cream, 10),
    box(330, 616, 490, 12, ink.paper),
    circle(450, 684, 40, ink.night),
    circle(450, 684, 18, ink.stone),
    circle(750, 684, 40, ink.night),
    circle(750, 684, 18, ink.stone),
    circle(862, 650, 10, ink.amber),
  );
}
