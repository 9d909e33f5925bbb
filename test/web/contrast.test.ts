import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync(new URL('../../web/src/ui/tokens.css', import.meta.url), 'utf8');
const pair = /--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
const colours = new Map(
  [...tokens.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

/** What is read on what: 4.5 to 1 for text. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const texts: readonly [text: string, ...grounds: string[]][] = [
  ['ink', 'canvas', 'surface', 'sunken', 'accent-soft', 'danger-soft'],
  ['muted', 'canvas', 'surface', 'sunken'],
  ['accent', 'canvas', 'surface', 'accent-soft'],
  ['accent-strong', 'canvas', 'accent-soft'],
  ['on-accent', 'accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['danger', 'canvas', 'surface', 'danger-soft'],
  ['success', 'success-soft'],
  ['warning', 'warning-soft'],
];

/** What shows where a control ends, or where the focus is: 3 to 1. @see https://www.w3.org/TR/WCAG22/#non-text-contrast */
const shapes: readonly [shape: string, ...grounds: string[]][] = [
  ['outline', 'canvas', 'surface'],
  ['accent', 'canvas', 'surface', 'sunken'],
];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colour = (name: string): string => colours.get(name)?.[theme] ?? expect.fail(`no colour ${name}`);

  test.each(texts)('%s can be read on its grounds', (text, ...grounds) => {
    for (const ground of grounds)
      expect(contrast(colour(text), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('%s can be seen on its grounds', (shape, ...grounds) => {
    for (const ground of grounds)
      expect(contrast(colour(shape), colour(ground)), ground).toBeGreaterThanOrEqual(3);
  });
});
