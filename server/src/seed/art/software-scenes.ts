import { pick, randomOf } from './random.ts';
import { box, circle, ground, ink, picture, place, ring, shape, stroke, times } from './svg.ts';

/** Lines that leave a trunk and come back to it. */
export function branches(): string {
  const lanes = [
    { from: 90, to: 420, top: 390, colour: ink.amber },
    { from: 310, to: 690, top: 220, colour: ink.rose },
    { from: 570, to: 880, top: 390, colour: ink.sage },
    { from: 760, to: 1110, top: 220, colour: ink.sky },
  ];
  const lane = ({ from, to, top, colour }: (typeof lanes)[number]) => {
    const path = `M${from} 580 C${from + 80} 580 ${from + 30} ${top} ${from + 110} ${top} H${to - 110} C${to - 30} ${top} ${to - 80} 580 ${to} 580`;
    const middle = (from + to) / 2;
    const commits = [middle - 45, middle + 45].map(
      (x) => circle(x, top, 22, colour) + circle(x, top, 9, ink.night),
    );
    return stroke(path, colour, 11) + commits.join('');
  };
  const trunk = lanes.flatMap(({ from, to }) => [from, to]);
  return picture(
    1200,
    800,
    ground(ink.night, ink.deep),
    stroke('M-20 580 H1220', ink.paper, 11),
    ...lanes.map(lane),
    ...trunk.map((x) => circle(x, 580, 27, ink.paper) + circle(x, 580, 12, ink.rust)),
  );
}

/** A shelf of spines with one pulled out. */
export function shelf(): string {
  const random = randomOf('shelf');
  const spines = [ink.deep, ink.blue, ink.rust, ink.amber, ink.moss, ink.rose, ink.plum] as const;
  const row = (y: number, pulled: number) =>
    times(19, (index) => {
      const tall = 190 + Math.floor(random() * 70);
      const lift = index === pulled ? 60 : 0;
      const x = 34 + index * 60;
      const colour = index === pulled ? ink.brick : pick(random, spines);
      return (
        box(x, y - tall - lift, 50, tall, colour, 5) +
        box(x + 12, y - tall - lift + 30, 26, 10, ink.paper, 3, 0.75) +
        box(x + 12, y - tall - lift + 52, 26, 5, ink.paper, 2, 0.5)
      );
    });
  return picture(
    1200,
    800,
    ground(ink.cream, ink.sand),
    row(386, 12),
    box(0, 386, 1200, 26, ink.stone),
    box(0, 412, 1200, 12, ink.night, 0, 0.14),
    row(740, 4),
    box(0, 740, 1200, 26, ink.stone),
    box(0, 766, 1200, 34, ink.night, 0, 0.14),
  );
}

/** Quarter circles in a grid. */
export function tiles(): string {
  const random = randomOf('tiles');
  const colours = [ink.rust, ink.deep, ink.amber, ink.sky, ink.paper, ink.moss, ink.rose] as const;
  const tile = (index: number) => {
    const x = (index % 6) * 200 + 100;
    const y = Math.floor(index / 6) * 200 + 100;
    const quarter = shape('M-100 -100 H100 A200 200 0 0 1 -100 100 Z', pick(random, colours));
    const dot = random() > 0.55 ? circle(-52, -52, 30, pick(random, colours)) : '';
    const turn = Math.floor(random() * 4) * 90;
    return place(x, y, turn, box(-100, -100, 200, 200, pick(random, colours)), quarter, dot);
  };
  return picture(1200, 800, ground(ink.cream, ink.cream), times(24, tile));
}

/** Rows of a table, with a marker between two of them. */
export function ledger(): string {
  const random = randomOf('ledger');
  const row = (index: number) => {
    const y = 96 + index * 78;
    const seen = index < 4;
    const fill = seen ? ink.sky : ink.white;
    return (
      box(190, y, 820, 56, fill, 12, seen ? 0.55 : 1) +
      circle(228, y + 28, 12, seen ? ink.blue : ink.amber) +
      box(264, y + 20, 180 + random() * 180, 16, ink.deep, 8, 0.8) +
      box(760, y + 20, 70 + random() * 140, 16, ink.stone, 8, 0.6)
    );
  };
  return picture(
    1200,
    800,
    ground(ink.blue, ink.deep),
    times(8, row),
    stroke('M120 397 H1080', ink.rust, 8),
    shape('M104 365 L160 397 L104 429 Z', ink.rust),
    shape('M1096 365 L1040 397 L1096 429 Z', ink.rust),
  );
}

/** Rings on water around one that fell elsewhere. */
export function ripples(): string {
  const rings = (
    x: number,
    y: number,
    count: number,
    step: number,
    colour: typeof ink.paper | typeof ink.amber,
  ) => times(count, (index) => ring(x, y, 26 + index * step, colour, 9 - index * 0.6, 0.95 - index * 0.075));
  return picture(
    1200,
    800,
    ground(ink.deep, ink.night),
    rings(400, 430, 11, 54, ink.paper),
    rings(880, 280, 7, 40, ink.amber),
    circle(400, 430, 14, ink.paper),
    circle(880, 280, 18, ink.rust),
  );
}

/** The phases of a moon: copies of one thing. */
export function moons(): string {
  const random = randomOf('stars');
  const radius = 112;
  const lit = (side: number, bulge: number) =>
    shape(
      `M0 ${-radius} A${radius} ${radius} 0 0 ${side} 0 ${radius} A${Math.abs(bulge)} ${radius} 0 0 ${bulge > 0 ? side : 1 - side} 0 ${-radius} Z`,
      ink.cream,
    );
  const craters =
    circle(-36, -30, 18, ink.ochre, 0.6) +
    circle(34, 26, 26, ink.ochre, 0.5) +
    circle(-20, 52, 12, ink.ochre, 0.5);
  const phases = [
    lit(1, -84),
    lit(1, -4),
    lit(1, 70),
    circle(0, 0, radius, ink.amber) + craters,
    lit(0, 70),
    lit(0, -4),
    lit(0, -84),
    ring(0, 0, radius - 4, ink.cream, 5, 0.5),
  ];
  const phase = (drawn: string, index: number) =>
    place(
      150 + (index % 4) * 300,
      220 + Math.floor(index / 4) * 360,
      18,
      circle(0, 0, radius, ink.deep),
      drawn,
    );
  return picture(
    1200,
    800,
    ground(ink.night, ink.night),
    times(70, () => circle(random() * 1200, random() * 800, 1.5 + random() * 2, ink.mist, 0.7)),
    ...phases.map(phase),
  );
}

/** Fields of a form, one of them met with a helping hand. */
export function fields(): string {
  const field = (y: number, filled: number, active: boolean) =>
    box(330, y - 34, 120, 14, ink.deep, 7, 0.7) +
    (active ? box(322, y - 8, 556, 92, ink.amber, 20) : '') +
    box(330, y, 540, 76, ink.white, 14) +
    box(358, y + 29, filled, 18, active ? ink.rust : ink.deep, 9, 0.85);
  return picture(
    1200,
    800,
    ground(ink.sage, ink.leaf),
    circle(210, 640, 300, ink.moss, 0.35),
    circle(1050, 120, 240, ink.paper, 0.35),
    box(250, 70, 700, 660, ink.paper, 34),
    field(170, 260, false),
    field(310, 180, true),
    field(450, 340, false),
    box(330, 592, 220, 82, ink.moss, 41),
    stroke('M410 634 L432 656 L474 612', ink.white, 11),
    circle(838, 348, 17, ink.rust),
  );
}

/** A globe, half of it in the night. */
export function globe(): string {
  const meridian = (rx: number) =>
    `<ellipse cx="600" cy="400" rx="${rx}" ry="290" fill="none" stroke="${ink.paper}" stroke-width="4" opacity="0.65"/>`;
  return picture(
    1200,
    800,
    ground(ink.amber, ink.rust),
    circle(1010, 150, 84, ink.paper),
    circle(600, 400, 290, ink.blue),
    shape('M430 250 q90 -80 170 -30 q60 60 -10 110 q-40 90 -110 60 q-90 -50 -50 -140 Z', ink.sage),
    shape('M640 400 q90 -50 150 10 q30 90 -50 150 q-70 30 -80 -50 q-50 -50 -20 -110 Z', ink.sage),
    shape('M600 110 A290 290 0 0 0 600 690 A360 360 0 0 1 600 110 Z', ink.night, 0.9),
    [60, 160, 240].map(meridian).join(''),
    stroke('M310 400 H890 M346 260 H854 M346 540 H854', ink.paper, 4, 0.65),
    ring(600, 400, 290, ink.paper, 6),
  );
}

/** Pennants on a line, one of them taken down. */
export function pennants(): string {
  const colours = [ink.rust, ink.amber, ink.moss, ink.deep, ink.rose] as const;
  const line = (y: number, missing: number) =>
    stroke(`M-20 ${y} Q600 ${y + 130} 1220 ${y}`, ink.night, 5) +
    times(9, (index) => {
      const x = 85 + index * 129;
      const sag = y + 65 * (1 - ((x - 600) / 620) ** 2);
      if (index === missing) return stroke(`M${x - 40} ${sag} v34 M${x + 40} ${sag} v34`, ink.stone, 4);
      return shape(`M${x - 48} ${sag} H${x + 48} L${x} ${sag + 150} Z`, colours[(index + y) % 5] ?? ink.rust);
    });
  return picture(
    1200,
    800,
    ground(ink.sky, ink.mist),
    shape('M0 700 Q300 600 640 690 T1200 650 V800 H0 Z', ink.sage),
    shape('M0 760 Q420 680 800 750 T1200 730 V800 H0 Z', ink.leaf),
    line(90, 5),
    line(330, 2),
  );
}
