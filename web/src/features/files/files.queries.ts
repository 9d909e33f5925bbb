import { api } from '../../lib/api.ts';

/** How many files a page of the list holds. */
const pageSize = 20;

export function myFilesQuery() {
  return api.files.mine.infiniteQueryOptions({ limit: pageSize });
}
