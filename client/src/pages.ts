/** Iterates a list over all of its pages. */
import type { TRPCProcedureOptions } from '@trpc/client';

/** A procedure that answers a page at a time. */
interface ListProcedure<Input, Item> {
  query(
    input: Input,
    options?: TRPCProcedureOptions,
  ): Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>;
}

/**
 * The items of a list, one after another; the next page is asked for when the one before was read.
 * @param input the filters, the size of a page as `limit`, and where to begin as `cursor`
 * @example
 * for await (const post of items(client.posts.list, { tag: 'garden' })) show(post.title);
 */
export async function* items<Input extends { cursor?: string | undefined }, Item>(
  procedure: ListProcedure<Input, Item>,
  input: Input,
  options?: TRPCProcedureOptions,
): AsyncGenerator<Item, void, undefined> {
  for (let page = await procedure.query(input, options); ; ) {
    yield* page.items;
    if (page.nextCursor === null) return;
    page = await procedure.query({ ...input, cursor: page.nextCursor }, options);
  }
}
