import type { CommentEvent } from '@portico/client';
import { queryClient } from '../../lib/query-client.ts';
import { applyEvent } from './apply-event.ts';
import { commentsQuery } from './comments.queries.ts';

/** Brings what happened into the list. A list that is being read may be from before, so it is read again. */
export function takeEvent(postId: string, event: CommentEvent): void {
  const { queryKey } = commentsQuery(postId);
  if (event.type === 'reset' || queryClient.isFetching({ queryKey }) > 0) {
    void queryClient.invalidateQueries({ queryKey });
    return;
  }
  queryClient.setQueryData(queryKey, (list) => list && applyEvent(list, event));
}
