/** A small vocabulary for drawing: every function answers a piece of SVG. */

/** One palette for every picture, so that they belong together. */
export const ink = {
  night: '#1b2a3a',
  deep: '#27465f',
  blue: '#3f7699',
  sky: '#a9cddb',
  mist: '#e4eeec',
  paper: '#f7f2e8',
  cream: '#efe4ce',
  sand: '#e0c79d',
  amber: '#e9bb5d',
  ochre: '#d59d3b',
  rust: '#c8652f',
  brick: '#9b402d',
  rose: '#dd9d8c',
  blush: '#f3d8ca',
  sage: '#adc39a',
  leaf: '#638f58',
  moss: '#3a6643',
  pine: '#214532',
  plum: '#5a3b55',
  stone: '#8e8b82',
  white: '#fffdf8',
} as const;

export type Ink = (typeof ink)[keyof typeof ink];

/** A whole picture; sizes are pixels. */
export function picture(width: number, height: number, ...shapes: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes.join('')}</svg>`;
}

/** Ground that runs from one colour at the top to another at the bottom. */
export function ground(top: Ink, bottom: Ink): string {
  return `<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`;
}

export function circle(x: number, y: number, radius: number, fill: Ink, opacity = 1): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"${fade(opacity)}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: Ink, opacity = 1): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${fade(opacity)}/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: Ink, radius = 0, opacity = 1) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${fade(opacity)}/>`;
}

/** A closed shape. @see https://www.w3.org/TR/SVG2/paths.html */
export function shape(path: string, fill: Ink, opacity = 1): string {
  return `<path d="${path}" fill="${fill}"${fade(opacity)}/>`;
}

/** An open line with round ends. */
export function stroke(path: string, colour: Ink, width: number, opacity = 1): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${fade(opacity)}/>`;
}

export function ring(x: number, y: number, radius: number, colour: Ink, width: number, opacity = 1): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${colour}" stroke-width="${width}"${fade(opacity)}/>`;
}

/** Moves and turns what is drawn around the origin. */
export function place(x: number, y: number, degrees: number, ...shapes: string[]): string {
  return `<g transform="translate(${x} ${y}) rotate(${degrees})">${shapes.join('')}</g>`;
}

/** Draws something a number of times. */
export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

function fade(opacity: number): string {
  return opacity === 1 ? '' : ` opacity="${opacity}"`;
}
