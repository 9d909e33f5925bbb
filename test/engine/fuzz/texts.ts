/** Hostile texts, names and values. */
import fc from 'fast-check';

const notorious = [
  ...['', ' ', '\0', '\ud800', 'a\udfff', '\u202e', '__proto__', 'constructor', 'prototype', 'toString'],
  ...['hasOwnProperty', '[object Object]', 'null', 'undefined', 'true', 'NaN', 'Infinity', '-0', '1e999'],
  ...['9'.repeat(400), '0x10', '1_000', '../'.repeat(20), '..\\..', "' OR 1=1 --", '"; drop table users; --'],
  ...[
    '$' + '{7*7}',
    '{{7*7}}',
    '<script>',
    '%',
    '%zz',
    '%00',
    '%C0%80',
    '%ED%A0%80',
    '%2e%2e%2f',
    '\r\nX: y',
  ],
  ...[
    '2024-02-30T00:00:00Z',
    '2024-13-45T99:99:99Z',
    '+275760-09-13T00:00:00Z',
    '0000-00-00',
    'a'.repeat(5000),
  ],
  ...['(a+)+$', '👩‍👩‍👧‍👦', '\ufeff', '\u2028', 'ﷺ', '00000000-0000-0000-0000-000000000000'],
];

/** Text that a careless reader trips over. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...notorious),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer().map(String),
  fc.uuid(),
);

/** Names of fields, with the brackets that nest them. */
export function namesAmong(known: readonly string[]): fc.Arbitrary<string> {
  const plain = fc.oneof(fc.constantFrom('a', ...known), texts);
  const nesting = fc.array(
    fc.oneof(fc.constantFrom('', '0', '1', '__proto__', 'constructor', '999999999'), plain),
    {
      maxLength: 10,
    },
  );
  return fc.oneof(
    plain,
    fc.tuple(plain, nesting).map(([name, keys]) => name + keys.map((key) => `[${key}]`).join('')),
  );
}

/** JSON text: hostile values, broken syntax, excessive depth and numbers. */
export function jsonAmong(known: readonly string[]): fc.Arbitrary<string> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(texts, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(-0)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(namesAmong(known), tie('value'), { maxKeys: 5 }),
    ),
  }));
  const whole = value.map((one) => JSON.stringify(one) ?? 'null');
  const depth = fc.integer({ min: 50, max: 20_000 });
  return fc.oneof(
    { weight: 6, arbitrary: whole },
    { weight: 2, arbitrary: fc.tuple(whole, fc.nat(200)).map(([text, end]) => text.slice(0, end)) },
    depth.map((levels) => '['.repeat(levels) + ']'.repeat(levels)),
    depth.map((levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`),
    fc.constantFrom(
      '1e400',
      '-1e-400',
      '9'.repeat(5000),
      '"\\ud800"',
      '{"__proto__":{"a":1}}',
      '\ufeff{}',
      "{'a':1}",
    ),
    fc.string({ unit: 'binary', maxLength: 50 }),
  );
}

/** What happens to a text: at a position, something is dropped, doubled, replaced, put in or cut off. */
export const edits = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'flip', 'insert', 'cut'), texts),
  { maxLength: 4 },
);

type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

export function edit(text: string, changes: Edits): string {
  return changes.reduce((changed, [position, kind, insertion]) => {
    const at = changed.length === 0 ? 0 : position % changed.length;
    const here = changed[at] ?? '';
    if (kind === 'cut') return changed.slice(0, at);
    if (kind === 'insert') return changed.slice(0, at) + insertion.slice(0, 50) + changed.slice(at);
    const replacement =
      kind === 'drop' ? '' : kind === 'double' ? here + here : String.fromCharCode(position % 256);
    return changed.slice(0, at) + replacement + changed.slice(at + 1);
  }, text);
}
