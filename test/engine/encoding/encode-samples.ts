/** `node encode-samples.ts`: encodes a few values in a process of its own, which may be started with other flags. */
import { z } from 'zod';
import { encoderOf } from '../../../server/src/engine/encoding/encoder.ts';

const Item = z.object({
  'a"b': z.string(),
  at: z.date(),
  note: z.string().optional(),
  big: z.bigint().nullable(),
});
const schema = z.object({ items: z.array(Item), next: Item.nullable() });

const item = { 'a"b': 'x', at: new Date(5), big: 3n };

/** With fields that are there, undefined and absent. */
const values: readonly z.infer<typeof schema>[] = [
  { items: [{ ...item, note: 'y' }, item, { ...item, note: undefined, big: null }], next: null },
  { items: [], next: { ...item, note: 'z' } },
];

/** What both doors write of them. */
export function encodeSamples(): string[] {
  const { plain, superjson } = encoderOf(schema);
  return values.flatMap((value) => [plain(value), superjson(value)]);
}

if (import.meta.main) process.stdout.write(JSON.stringify(encodeSamples()));
