import { pick, randomOf } from './random.ts';
import { box, circle, ellipse, ground, ink, picture, place, ring, shape, stroke, times } from './svg.ts';

/** A loaf on a board. */
export function loaf(): string {
  const random = randomOf('loaf');
  const wheat = (x: number, degrees: number) =>
    place(
      x,
      760,
      degrees,
      stroke('M0 0 V-520', ink.ochre, 7),
      times(
        9,
        (index) =>
          place(0, -330 - index * 24, 28, ellipse(14, -12, 9, 22, ink.amber)) +
          place(0, -330 - index * 24, -28, ellipse(-14, -12, 9, 22, ink.ochre)),
      ),
    );
  return picture(
    1200,
    800,
    ground(ink.deep, ink.night),
    wheat(150, 4),
    wheat(230, 13),
    wheat(1050, -6),
    box(170, 610, 860, 60, ink.sand, 30),
    box(170, 640, 860, 30, ink.night, 15, 0.18),
    shape('M280 612 C230 420 420 300 600 300 S970 420 920 612 Z', ink.rust),
    shape('M310 590 C300 440 450 332 600 332 S890 440 890 590 Q600 540 310 590 Z', ink.ochre),
    ...[420, 540, 660, 780].map((x) =>
      place(x, 440, 24, ellipse(0, 0, 24, 92, ink.cream), ellipse(7, 0, 14, 84, ink.blush)),
    ),
    times(60, () => circle(250 + random() * 700, 420 + random() * 180, 2 + random() * 2, ink.white, 0.5)),
  );
}

/** A bowl of beans, seen from above. */
export function beans(): string {
  const random = randomOf('beans');
  const colours = [ink.brick, ink.rust, ink.plum, ink.cream, ink.rose, ink.blush] as const;
  const bean = () => {
    const angle = random() * Math.PI * 2;
    const distance = Math.sqrt(random()) * 232;
    const [x, y] = [600 + Math.cos(angle) * distance, 400 + Math.sin(angle) * distance];
    return place(
      x,
      y,
      random() * 360,
      shape('M-36 0 C-38 -26 -8 -30 0 -18 C8 -30 38 -26 36 0 C34 26 -34 26 -36 0 Z', pick(random, colours)),
      stroke('M-18 8 Q0 16 18 8', ink.white, 3, 0.35),
    );
  };
  return picture(
    1200,
    800,
    ground(ink.sage, ink.sage),
    times(12, (index) => box(index * 100, 0, 50, 800, ink.leaf, 0, 0.18)),
    circle(612, 418, 330, ink.pine, 0.3),
    circle(600, 400, 330, ink.paper),
    circle(600, 400, 272, ink.night),
    times(150, bean),
    ring(600, 400, 300, ink.blue, 8, 0.8),
    place(
      1010,
      400,
      12,
      box(-14, -60, 28, 420, ink.sand, 14),
      ellipse(0, -130, 62, 92, ink.sand),
      ellipse(0, -126, 42, 68, ink.ochre, 0.6),
    ),
  );
}

/** Crystals, large and small. */
export function crystals(): string {
  const random = randomOf('crystals');
  const crystal = (index: number) => {
    const size = index < 5 ? 110 + random() * 70 : 12 + random() ** 2 * 70;
    const half = size / 2;
    return place(
      60 + random() * 1080,
      60 + random() * 680,
      random() * 90,
      box(-half, -half, size, size, ink.mist, size / 12, 0.92),
      shape(`M${-half} ${-half} L0 ${-half * 0.1} L${half} ${-half} Z`, ink.white),
      shape(`M${half} ${-half} L0 ${-half * 0.1} L${half} ${half} Z`, ink.sky, 0.7),
      shape(`M${-half} ${half} L0 ${-half * 0.1} L${half} ${half} Z`, ink.blue, 0.35),
    );
  };
  return picture(
    1200,
    800,
    ground(ink.plum, ink.night),
    circle(980, 640, 420, ink.brick, 0.35),
    times(64, crystal),
  );
}

/** A knife across an onion. */
export function blade(): string {
  const layers = [ink.plum, ink.rose, ink.blush, ink.rose, ink.blush, ink.paper] as const;
  return picture(
    1200,
    800,
    ground(ink.cream, ink.sand),
    times(5, (index) => box(0, index * 160, 1200, 4, ink.ochre, 0, 0.35)),
    ellipse(872, 566, 210, 40, ink.night, 0.14),
    ...layers.map((fill, index) => ellipse(860, 400, 190 - index * 33, 180 - index * 31, fill)),
    shape('M1030 330 q60 -60 110 -40 q-50 20 -80 80 Z', ink.plum),
    place(
      470,
      420,
      -33,
      shape('M-420 0 C-300 -96 60 -100 240 -90 L240 34 H-380 C-404 34 -420 16 -420 0 Z', ink.mist),
      shape('M-420 0 C-404 24 -390 34 -380 34 H240 V4 H-360 Z', ink.stone, 0.55),
      box(236, -94, 30, 134, ink.stone, 6),
      box(262, -90, 290, 92, ink.night, 40),
      circle(330, -44, 11, ink.stone),
      circle(410, -44, 11, ink.stone),
      circle(490, -44, 11, ink.stone),
    ),
  );
}

/** A pot that steams at the end of a week. */
export function steam(): string {
  const plume = (x: number, size: number) =>
    stroke(
      `M${x} 300 C${x - 60 * size} 240 ${x + 60 * size} 190 ${x} 130 S${x - 40 * size} 60 ${x + 10} 20`,
      ink.white,
      24,
      0.65,
    );
  return picture(
    1200,
    800,
    ground(ink.rust, ink.amber),
    circle(600, 420, 360, ink.paper, 0.18),
    plume(470, 1),
    plume(600, -1),
    plume(730, 1),
    stroke(
      'M330 470 H250 Q220 470 220 500 V520 Q220 550 250 550 H330 M870 470 H950 Q980 470 980 500 V520 Q980 550 950 550 H870',
      ink.night,
      26,
    ),
    shape('M320 380 H880 V600 Q880 690 790 690 H410 Q320 690 320 600 Z', ink.deep),
    shape('M320 380 H420 V690 H410 Q320 690 320 600 Z', ink.white, 0.08),
    ellipse(600, 380, 280, 58, ink.night),
    ellipse(600, 386, 252, 44, ink.ochre),
    ...[
      [470, 384, ink.moss],
      [560, 404, ink.brick],
      [640, 374, ink.leaf],
      [720, 396, ink.brick],
      [610, 410, ink.paper],
      [520, 366, ink.paper],
    ].map(([x, y, fill]) => ellipse(Number(x), Number(y), 26, 10, fill as typeof ink.moss)),
    box(0, 690, 1200, 110, ink.brick),
    box(0, 690, 1200, 14, ink.night, 0, 0.2),
  );
}
