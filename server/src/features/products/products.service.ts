import type { Page } from '@portico/shared/paging';
import type { CreateProduct, ListProducts, Product, UpdateProduct } from '@portico/shared/products';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { transaction } from '../../db/transaction.ts';
import { variants, where } from '../../db/variants.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { fail } from '../../engine/errors/failure.ts';
import { firstRows } from '../../engine/paging/first-rows.ts';
import { type After, decodeCursor, isBehind, toPage } from '../../engine/paging/keyset.ts';
import { requirePicture } from '../files/pictures.service.ts';
import { type ProductRow, selectProducts, toProduct } from './product-row.ts';
import { products } from './products.table.ts';

/** Written out, not as parameters, so that prepared queries use the partial indexes too. */
const isListed = sql`${products.deletedAt} is null`;
const isInStock = sql`${products.stock} > 0`;

type ListQuery = After & { readonly limit: number; readonly q: string };

const selectListed = (onlyInStock: boolean) =>
  variants<ListQuery, ProductRow[]>((db, given) => {
    const inOrder = selectProducts(db)
      .where(
        and(
          isListed,
          onlyInStock ? isInStock : undefined,
          where(given.q, (q) => sql`${products.search} @@ websearch_to_tsquery('english', ${q})`),
          isBehind(products.createdAt, products.id, given),
        ),
      )
      .orderBy(desc(products.createdAt), desc(products.id));
    return given.q ? inOrder.limit(given.limit ?? 0) : firstRows(inOrder, given.limit);
  });
const selectAll = selectListed(false);
const selectInStock = selectListed(true);

/** What is for sale, newest first. */
export async function listProducts(
  db: Db,
  { limit, cursor, q, inStock }: ListProducts,
): Promise<Page<Product>> {
  const select = inStock ? selectInStock : selectAll;
  const rows = await select(db, { ...decodeCursor(cursor), q: q || undefined, limit: limit + 1 });
  return toPage(rows, limit, toProduct, ({ createdAt, id }) => ({ at: createdAt, id }));
}

const selectById = statement<{ id: string }, ProductRow[]>((db, { id }) =>
  selectProducts(db).where(and(eq(products.id, id), isListed)),
);

/** @throws not_found, also for a deleted product */
export async function readProduct(db: Db, id: string): Promise<Product> {
  const [row] = await selectById(db, { id });
  if (!row) throw noProduct();
  return toProduct(row);
}

/** @throws a failure of `pictureId` */
export async function createProduct(db: Db, caller: Caller, input: CreateProduct): Promise<Product> {
  const { price, ...rest } = input;
  const id = await transaction(db, async (tx) => {
    if (input.pictureId) await requirePicture(tx, 'pictureId', input.pictureId, caller.id);
    const [row] = await tx
      .insert(products)
      .values({ ...rest, ...price })
      .returning({ id: products.id });
    return row?.id ?? '';
  });
  return readProduct(db, id);
}

/** @throws not_found, version_conflict, and a failure of `pictureId` */
export async function updateProduct(db: Db, caller: Caller, input: UpdateProduct): Promise<Product> {
  const { id, version, price, ...changes } = input;
  await transaction(db, async (tx) => {
    const current = await readEditable(tx, id);
    if (changes.pictureId && changes.pictureId !== current.pictureId) {
      await requirePicture(tx, 'pictureId', changes.pictureId, caller.id);
    }
    if (current.version !== version) throw stale(current.version);
    await tx
      .update(products)
      .set({ ...changes, ...price, updatedAt: sql`now()`, version: version + 1 })
      .where(eq(products.id, id));
  });
  return readProduct(db, id);
}

/** Takes a product from sale; what refers to it can still be read. @throws not_found */
export async function deleteProduct(db: Db, id: string): Promise<void> {
  const deleted = await db
    .update(products)
    .set({ deletedAt: sql`now()` })
    .where(and(eq(products.id, id), isListed))
    .returning({ id: products.id });
  if (deleted.length === 0) throw noProduct();
}

/** Locks the row, so that the version cannot change before the transaction ends. */
async function readEditable(db: Db, id: string) {
  const [current] = await db
    .select({ version: products.version, pictureId: products.pictureId })
    .from(products)
    .where(and(eq(products.id, id), isListed))
    .for('update');
  if (!current) throw noProduct();
  return current;
}

function stale(version: number) {
  return fail('version_conflict', { detail: `The current version is ${version}` });
}

function noProduct() {
  return fail('not_found', { detail: 'No product has this id' });
}
