import type { Comment, CommentEvent } from '@portico/client';
import type { Page } from '@portico/shared/paging';

/** A list as the cache holds it. */
interface Pages {
  readonly pages: Page<Comment>[];
}

/** The list after something happened to it; telling the same twice changes nothing. */
export function applyEvent<List extends Pages>(list: List, event: CommentEvent): List {
  switch (event.type) {
    case 'created':
      return addComment(list, event.comment);
    case 'deleted':
      return {
        ...list,
        pages: list.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== event.id) })),
      };
    case 'reset':
      return list;
  }
}

function addComment<List extends Pages>(list: List, comment: Comment): List {
  const [first, ...others] = list.pages;
  if (!first || list.pages.some(({ items }) => items.some(({ id }) => id === comment.id))) return list;
  return { ...list, pages: [{ ...first, items: [comment, ...first.items] }, ...others] };
}
