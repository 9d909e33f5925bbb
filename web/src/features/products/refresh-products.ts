import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';

/** Marks everything known about products as outdated, after one of them changed. */
export function refreshProducts(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: api.products.pathKey() });
}
