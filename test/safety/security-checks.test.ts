import { expect, test } from 'vitest';
import { filesOf, read } from '../support/repository.ts';

const all = Array.from({ length: 60 }, (_, index) => index + 1);

/** The numbers of the checks that titles of tests begin with. */
const tested = new Set(
  filesOf('test/**/*.test.ts').flatMap((file) =>
    Array.from(read(file).matchAll(/\(\s*['"`]check (\d\d)\b/g), ([, number]) => Number(number)),
  ),
);

const document = read('docs/security.md');
const withoutSubject = Array.from(document.matchAll(/^- \*\*(\d+)\*\*/gm), ([, number]) => Number(number));

/** The second column of the tables of promises. */
const promised = new Set(
  Array.from(document.matchAll(/^\|[^|]+\|\s*([\d, ]*\d)\s*\|/gm), ([, numbers = '']) => numbers)
    .flatMap((numbers) => numbers.split(','))
    .map(Number),
);

test('every check is tested, or named as one that has no subject', () => {
  expect(tested.size).toBeGreaterThan(50);
  expect(all.filter((number) => !tested.has(number) && !withoutSubject.includes(number))).toEqual([]);
});

test('what has no subject is not tested, and the other way round', () => {
  expect(withoutSubject.filter((number) => tested.has(number))).toEqual([]);
});

test('docs/security.md promises every check that is tested, and none that is not', () => {
  const inOrder = (numbers: Iterable<number>) => [...numbers].toSorted((a, b) => a - b);
  expect(inOrder(promised)).toEqual(inOrder(tested));
});
