import { desc, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { posts } from './posts.table.ts';

/** The readable addresses of the latest published posts, newest first. */
export function listPostAddresses(db: Db, limit: number): Promise<{ slug: string; updatedAt: Date }[]> {
  return db
    .select({ slug: posts.slug, updatedAt: posts.updatedAt })
    .from(posts)
    .where(sql`${posts.status} = 'published'`)
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
}
