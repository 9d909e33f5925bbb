/** What the pages of posts and products say in their HTML before any script runs. */
import type { Db } from './db/connect.ts';
import { type PageHead } from './engine/http/page-head.ts';

export async function pageHead(_db: Db, _path: string): Promise<PageHead | 'missing' | null> {
  return null;
}
