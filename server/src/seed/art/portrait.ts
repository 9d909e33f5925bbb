import { circle, ellipse, ground, type Ink, picture, shape } from './svg.ts';

/** How somebody looks, in four colours. */
export interface Look {
  readonly backdrop: readonly [Ink, Ink];
  readonly skin: Ink;
  readonly hair: Ink;
  readonly clothes: Ink;
  readonly cut: 'short' | 'long' | 'bun' | 'curls';
}

const behind: Readonly<Record<Look['cut'], (hair: Ink) => string>> = {
  short: (hair) => ellipse(240, 190, 92, 96, hair),
  long: (hair) => shape('M142 200 C142 70 338 70 338 200 V350 H142 Z', hair),
  bun: (hair) => circle(240, 86, 44, hair) + ellipse(240, 186, 96, 98, hair),
  curls: (hair) =>
    [
      [150, 190],
      [164, 130],
      [206, 96],
      [258, 92],
      [306, 122],
      [330, 180],
      [322, 240],
      [158, 244],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 46, hair))
      .join(''),
};

/** An avatar: a face without features. */
export function portrait({ backdrop, skin, hair, clothes, cut }: Look): string {
  return picture(
    480,
    480,
    ground(backdrop[0], backdrop[1]),
    circle(120, 110, 150, backdrop[0], 0.5),
    behind[cut](hair),
    shape('M60 480 C60 370 150 330 240 330 S420 370 420 480 Z', clothes),
    shape('M204 270 H276 V344 Q240 376 204 344 Z', skin),
    shape('M204 290 Q240 320 276 290 V316 Q240 340 204 316 Z', hair, 0.22),
    ellipse(240, 214, 78, 92, skin),
    shape('M158 222 C142 84 338 84 322 222 C312 180 282 158 240 160 C198 158 168 180 158 222 Z', hair),
  );
}
