import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';

/** Marks everything known about posts as outdated, after one of them changed. */
export function refreshPosts(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: api.posts.pathKey() });
}
