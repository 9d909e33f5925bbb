import { z } from 'zod';

/** Most items of a page. */
export const longestPage = 100;

/** Input of every list: how many items, and where to go on. Extend it with the list's filters. */
export const PageInput = z.object({
  limit: z.int().min(1).max(longestPage).default(20).describe('How many items, at most'),
  cursor: z.string().max(500).optional().describe('Opaque; the `nextCursor` of the page before'),
});

export type PageInput = z.infer<typeof PageInput>;

/**
 * Output of every list: a page of items in a stable order.
 * @param item schema of one item
 * @returns `{ items, nextCursor }`; `nextCursor` is null on the last page
 */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Pass it as `cursor` for the next page; null on the last'),
  });
}

/** A page as services return it. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
