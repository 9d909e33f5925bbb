/** Finds what was probably meant. */

/** Edits that turn one text into another, each a character. @see https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate nearest to a text; undefined when none is near. */
export function closest(text: string, candidates: readonly string[]): string | undefined {
  const most = Math.max(2, text.length / 3);
  const ranked = candidates
    // So many edits it takes at least; a text of any length may be asked for.
    .filter((candidate) => Math.abs(candidate.length - text.length) <= most)
    .map((candidate) => ({ candidate, edits: distance(text.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [nearest] = ranked;
  return nearest && nearest.edits <= most ? nearest.candidate : undefined;
}
