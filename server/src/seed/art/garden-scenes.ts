import { randomOf } from './random.ts';
import { box, circle, ellipse, ground, type Ink, ink, picture, place, shape, stroke, times } from './svg.ts';

/** A leaf that points up from the origin. */
function leaf(length: number, width: number, fill: Ink): string {
  return shape(
    `M0 0 C${width} ${-length * 0.3} ${width * 0.8} ${-length * 0.8} 0 ${-length} C${-width * 0.8} ${-length * 0.8} ${-width} ${-length * 0.3} 0 0 Z`,
    fill,
  );
}

/** Three pots of herbs in a window. */
export function herbs(): string {
  const pot = (x: number, fill: Ink) =>
    shape(`M${x - 92} 520 H${x + 92} L${x + 68} 686 H${x - 68} Z`, fill) +
    box(x - 104, 496, 208, 44, fill, 8) +
    box(x - 104, 530, 208, 12, ink.night, 0, 0.14);
  const chives = times(13, (index) =>
    place(
      250 + index * 8,
      500,
      (index - 6) * 6,
      box(-4, -230 + Math.abs(index - 6) * 9, 8, 230, index % 2 ? ink.leaf : ink.moss, 4),
    ),
  );
  const basil = times(11, (index) =>
    place(600, 470 - (index % 3) * 55, (index - 5) * 17, leaf(150, 44, index % 2 ? ink.leaf : ink.moss)),
  );
  const thyme = times(9, (index) =>
    place(
      900,
      500,
      (index - 4) * 13,
      stroke('M0 0 V-210', ink.moss, 5),
      times(
        7,
        (knot) =>
          ellipse(-12, -40 - knot * 27, 13, 7, ink.sage) + ellipse(12, -52 - knot * 27, 13, 7, ink.leaf),
      ),
    ),
  );
  return picture(
    1200,
    800,
    ground(ink.mist, ink.sky),
    box(90, -20, 1020, 720, ink.white, 0, 0.55),
    stroke('M600 -20 V700 M90 330 H1110', ink.white, 22),
    chives,
    basil,
    thyme,
    pot(300, ink.rust),
    pot(600, ink.paper),
    pot(900, ink.deep),
    box(0, 686, 1200, 34, ink.cream),
    box(0, 720, 1200, 80, ink.sand),
  );
}

/** Layers of earth below a row of seedlings. */
export function strata(): string {
  const random = randomOf('strata');
  const layers = [ink.moss, ink.ochre, ink.rust, ink.brick, ink.plum, ink.night];
  const layer = (fill: Ink, index: number) => {
    const y = 300 + index * 88;
    const [a, b, c] = [random() * 50, random() * 50, random() * 50];
    return shape(
      `M0 ${y + a} C300 ${y - 40 + b} 500 ${y + 60 - c} 760 ${y + a / 2} S1100 ${y - b} 1200 ${y + c} V800 H0 Z`,
      fill,
    );
  };
  const crumb = () =>
    ellipse(random() * 1200, 430 + random() * 350, 5 + random() * 14, 4 + random() * 7, ink.sand, 0.55);
  const seedling = (index: number) =>
    place(
      110 + index * 140,
      318,
      (index % 3) * 6 - 6,
      stroke('M0 20 V-70', ink.moss, 8),
      place(0, -66, 52, leaf(80, 26, ink.leaf)),
      place(0, -66, -52, leaf(80, 26, ink.sage)),
    );
  return picture(
    1200,
    800,
    ground(ink.paper, ink.cream),
    circle(960, 130, 70, ink.amber),
    times(8, seedling),
    ...layers.map(layer),
    times(46, crumb),
  );
}

/** A broad tree, and what grows in its shade. */
export function shade(): string {
  const random = randomOf('shade');
  const crown = [
    [600, 250, 210, ink.pine],
    [420, 300, 160, ink.pine],
    [780, 300, 165, ink.pine],
    [520, 190, 150, ink.moss],
    [700, 200, 150, ink.moss],
    [600, 300, 150, ink.moss],
    [560, 130, 90, ink.leaf],
    [680, 260, 80, ink.leaf],
    [440, 270, 70, ink.leaf],
  ] as const;
  const fern = (index: number) => {
    const x = 60 + index * 90 + random() * 30;
    return times(7, (frond) =>
      place(x, 735, (frond - 3) * 24, leaf(60 + random() * 50, 13, frond % 2 ? ink.moss : ink.leaf)),
    );
  };
  return picture(
    1200,
    800,
    ground(ink.blush, ink.paper),
    circle(980, 170, 90, ink.white),
    shape('M0 640 Q600 560 1200 640 V800 H0 Z', ink.sage),
    ellipse(610, 690, 430, 46, ink.pine, 0.35),
    shape('M560 690 C580 560 570 460 566 330 H634 C630 460 628 560 664 690 Z', ink.plum),
    stroke('M600 440 L700 330 M600 480 L490 360', ink.plum, 20),
    ...crown.map(([x, y, radius, fill]) => circle(x, y, radius, fill)),
    times(13, fern),
  );
}

/** Drops over dark ground. */
export function drops(): string {
  const random = randomOf('drops');
  const drop = (index: number) => {
    const x = 80 + (index % 8) * 150 + (Math.floor(index / 8) % 2) * 60;
    const y = 150 + Math.floor(index / 8) * 190;
    const size = 0.55 + random() * 0.6;
    const fill = index === 11 ? ink.amber : index % 3 ? ink.sky : ink.paper;
    return `<g transform="translate(${x} ${y}) scale(${size})">${shape('M0 -100 C30 -40 62 -8 62 32 A62 62 0 0 1 -62 32 C-62 -8 -30 -40 0 -100 Z', fill, index % 3 === 1 ? 0.75 : 1)}${stroke('M-34 34 A36 36 0 0 0 -6 66', ink.white, 9, 0.8)}</g>`;
  };
  return picture(
    1200,
    800,
    ground(ink.blue, ink.night),
    times(24, drop),
    box(0, 740, 1200, 60, ink.plum),
    times(16, (index) =>
      place(40 + index * 76, 742, index % 2 ? 14 : -12, leaf(54, 18, index % 3 ? ink.leaf : ink.sage)),
    ),
  );
}

/** A hedge, and the birds that live on it. */
export function hedge(): string {
  const random = randomOf('hedge');
  const foliage = (index: number) =>
    place(
      random() * 1240 - 20,
      430 + random() * 340,
      random() * 360,
      leaf(60 + random() * 40, 22, [ink.pine, ink.moss, ink.leaf, ink.moss][index % 4] ?? ink.moss),
    );
  const berry = () => circle(random() * 1200, 450 + random() * 320, 8 + random() * 5, ink.brick);
  const bird = (x: number, y: number, fill: Ink, flip: 1 | -1) =>
    `<g transform="translate(${x} ${y}) scale(${flip} 1)">${stroke('M-8 40 V66 M10 40 V66', ink.ochre, 5)}${shape('M-96 -6 L-44 -14 C-30 -58 26 -70 48 -40 A30 30 0 1 1 66 4 C58 44 -20 62 -48 18 Z', fill)}${shape('M92 -26 L122 -18 L92 -8 Z', ink.ochre)}${circle(72, -26, 5, ink.night)}${shape('M-34 -4 C-10 -30 26 -20 34 4 C10 26 -18 22 -34 -4 Z', ink.night, 0.25)}</g>`;
  return picture(
    1200,
    800,
    ground(ink.amber, ink.blush),
    circle(300, 210, 110, ink.paper),
    shape(
      'M0 440 C120 400 220 430 330 405 S560 440 680 400 S930 440 1040 402 S1160 420 1200 410 V800 H0 Z',
      ink.pine,
    ),
    times(210, foliage),
    times(44, berry),
    bird(430, 350, ink.rust, 1),
    bird(700, 344, ink.deep, -1),
    bird(940, 350, ink.plum, 1),
  );
}
