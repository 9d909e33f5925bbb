import { expect, test } from 'vitest';
import { filesOf, read } from '../support/repository.ts';

const texts = filesOf(
  '**/*.{ts,tsx,js,json,md,yaml,yml,css,html,sql,toml,example,txt}',
  '.ci/*',
  '.env.example',
  '.gitignore',
);
const self = 'test/safety/language.test.ts';

function holding(pattern: RegExp, skip: (path: string) => boolean = () => false): string[] {
  return texts.filter((path) => path !== self && !skip(path) && pattern.test(read(path)));
}

test('no file names a folder of somebody’s machine', () => {
  expect(texts.length).toBeGreaterThan(100);
  expect(holding(/\/(?:work|Users)\/[a-z]|\/home\/(?!you\b)[a-z]|[A-Z]:\\Users\\/)).toEqual([]);
});

test('no file names a registry, nor a tarball’s address', () => {
  expect(holding(/\bregistry\.[a-z\d-]+\.[a-z]+|\btarball"?: *"?https?:|npmmirror|verdaccio/i)).toEqual([]);
});

test('no file carries a mark of a merge or a private key', () => {
  expect(holding(/^(?:<{7} |>{7} )|-----BEGIN [A-Z ]*PRIVATE KEY/m)).toEqual([]);
});

test('product code writes to no console and leaves nothing for later', () => {
  const product = filesOf('{server,client,shared,web}/**/*.{ts,tsx}');
  const guilty = product.filter((path) =>
    /\bconsole\.|\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|expect-error|nocheck)/.test(read(path)),
  );
  expect(guilty).toEqual([]);
});

test('files stay small', () => {
  const handwritten = filesOf('{server,client,shared,web,test}/**/*.{ts,tsx}').filter(
    (path) => !path.includes('/generated/'),
  );
  const lengths = handwritten.map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});
