/** Figures of several rounds as one. */

/** The middle value; the mean of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const below = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (below + (sorted[Math.floor(middle)] ?? below)) / 2;
}

/** @param digits after the point */
export function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

/** A new order each time, so that nobody always runs after the same neighbour. */
export function shuffle<Element>(elements: readonly Element[]): Element[] {
  return elements
    .map((element) => ({ element, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ element }) => element);
}
