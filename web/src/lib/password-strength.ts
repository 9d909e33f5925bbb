/** How hard a password is to guess; advice, never a condition. */
export interface Strength {
  /** From 0 for nothing to 4 for strong. */
  readonly score: number;
  readonly advice: string;
}

const advices = [
  'Three or four unrelated words make a strong password that is easy to remember.',
  'Easy to guess. Make it longer.',
  'Fair. A few more characters make it much harder to guess.',
  'Good.',
  'Strong.',
] as const;

/** Fewer bits than each of these give the score of its place. */
const steps = [1, 36, 52, 70];

/** Estimates a password's strength from its length and variety. */
export function passwordStrength(password: string): Strength {
  const bits = distinctCharacters(password) * Math.log2(Math.max(alphabetSize(password), 1));
  const place = steps.findIndex((step) => bits < step);
  const score = place < 0 ? steps.length : place;
  return { score, advice: advices[score] ?? advices[0] };
}

/** Repetition adds little: after its second time a character no longer counts. */
function distinctCharacters(password: string): number {
  const counts = new Map<string, number>();
  for (const character of password) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.min(count, 2), 0);
}

function alphabetSize(password: string): number {
  const classes: readonly [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^A-Za-z0-9]/, 33],
  ];
  return classes.reduce((size, [pattern, count]) => size + (pattern.test(password) ? count : 0), 0);
}
