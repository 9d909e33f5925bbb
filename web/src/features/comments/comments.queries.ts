import { api } from '../../lib/api.ts';

/** How many comments a page of the list holds. */
const pageSize = 20;

/** The comments under a post, newest first. */
export function commentsQuery(postId: string) {
  return api.comments.list.infiniteQueryOptions({ postId, limit: pageSize });
}
