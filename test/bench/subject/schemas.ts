/** What every contender takes and answers: one description, built with each contender's own Zod. */
import type { z as Zod } from 'zod';

/** @param z the Zod that the contender's library sees; hono brings an extended one */
export function createSchemas(z: typeof Zod) {
  const Item = z.object({
    id: z.uuid(),
    title: z.string().max(200),
    excerpt: z.string(),
    isDone: z.boolean(),
    votes: z.int(),
    createdAt: z.date(),
    updatedAt: z.date(),
  });
  const page = { min: 1, max: 100 };
  return {
    SmallInput: z.object({ id: z.uuid() }),
    Small: z.object({ id: z.uuid(), title: z.string().max(200), votes: z.int(), isDone: z.boolean() }),
    ListInput: z.object({ limit: z.int().min(page.min).max(page.max).default(20) }),
    /** The same from a query's text, for libraries that do not decode it by the schema. */
    ListQuery: z.object({ limit: z.coerce.number().int().min(page.min).max(page.max).default(20) }),
    List: z.object({ items: z.array(Item), nextCursor: z.string().nullable() }),
  };
}
