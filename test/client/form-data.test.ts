import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { toFormData } from '../../client/src/form-data.ts';
import { decodeFields } from '../../shared/src/decode/decode.ts';

const Input = z.object({
  title: z.string(),
  count: z.number(),
  isDraft: z.boolean(),
  big: z.bigint(),
  at: z.date(),
  coverId: z.uuid().nullable(),
  tags: z.array(z.string().min(1)),
  kinds: z.set(z.enum(['a', 'b', 'c'])),
  price: z.object({ amount: z.int(), currency: z.string() }),
  lines: z.array(z.object({ name: z.string(), amounts: z.array(z.int()) })),
  note: z.string().optional(),
});

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const input = fc.record(
  {
    title: text,
    count: finite,
    isDraft: fc.boolean(),
    big: fc.bigInt(),
    at: fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
    coverId: fc.option(fc.uuid()),
    tags: fc.array(text, { maxLength: 5 }),
    kinds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((kinds) => new Set(kinds)),
    price: fc.record({ amount: fc.integer(), currency: text }),
    lines: fc.array(
      fc.record({ name: text, amounts: fc.array(fc.integer(), { minLength: 1, maxLength: 4 }) }),
      {
        maxLength: 4,
      },
    ),
    note: text,
  },
  { requiredKeys: ['title', 'count', 'isDraft', 'big', 'at', 'coverId', 'tags', 'kinds', 'price', 'lines'] },
);

it('what the client writes into a form, the server reads out of it', () => {
  fc.assert(
    fc.property(input, (value) => {
      expect(decodeFields(Input, toFormData(value))).toEqual(value);
    }),
  );
});

it('a file stays a file', () => {
  const file = new File(['hello'], 'hello.txt', { type: 'text/plain' });
  const form = toFormData({ file, alt: undefined });
  expect([...form.keys()]).toEqual(['file']);
  expect(form.get('file')).toBeInstanceOf(File);
});
