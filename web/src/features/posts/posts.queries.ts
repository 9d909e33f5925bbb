import { api } from '../../lib/api.ts';
import type { PostStatus } from './post-status.ts';

/** How many posts a page of a list holds. */
const pageSize = 10;
/** How many posts the start page shows. */
const latestSize = 4;

/** What narrows a list of posts. */
export interface PostFilters {
  readonly q?: string;
  readonly tag?: string;
  /** A username. */
  readonly author?: string;
}

export function postsQuery({ q, tag, author }: PostFilters, limit = pageSize) {
  const filters = { ...(q && { q }), ...(tag && { tag }), ...(author && { author }) };
  return api.posts.list.infiniteQueryOptions({ ...filters, limit });
}

export function latestPostsQuery() {
  return postsQuery({}, latestSize);
}

export function myPostsQuery(status: PostStatus | undefined) {
  return api.posts.mine.infiniteQueryOptions({ ...(status && { status }), limit: pageSize });
}

export function postQuery(slug: string) {
  return api.posts.bySlug.queryOptions({ slug });
}

/** A post to be edited: always asked for anew, so that editing starts from the newest version. */
export function editablePostQuery(id: string) {
  return api.posts.get.queryOptions({ id }, { staleTime: 0 });
}

export function tagsQuery() {
  return api.posts.tags.queryOptions();
}
