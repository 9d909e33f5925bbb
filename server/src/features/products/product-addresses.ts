import { desc, isNull } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { products } from './products.table.ts';

/** The ids of what is for sale, newest first. */
export function listProductAddresses(db: Db, limit: number): Promise<{ id: string; updatedAt: Date }[]> {
  return db
    .select({ id: products.id, updatedAt: products.updatedAt })
    .from(products)
    .where(isNull(products.deletedAt))
    .orderBy(desc(products.createdAt), desc(products.id))
    .limit(limit);
}
