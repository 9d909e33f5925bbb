import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../../server/src/engine/auth/caller.ts';
import {
  createProduct,
  deleteProduct,
  listProducts,
  updateProduct,
} from '../../../server/src/features/products/products.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
let admin: Caller;
beforeAll(async () => {
  services = await testServices();
  admin = await services.caller('admin');
});
afterAll(() => services[Symbol.asyncDispose]());

const mug = {
  name: 'Mug',
  description: 'Blue',
  price: { amount: 2400, currency: 'EUR' },
  stock: 3,
  pictureId: null,
} as const;

test('a deleted product keeps its row, and can neither be edited nor deleted again', async () => {
  const { db, sql } = services;
  const { id } = await createProduct(db, admin, mug);
  await deleteProduct(db, id);
  const [row] = await sql`select name, deleted_at from products where id = ${id}`;
  expect(row).toMatchObject({ name: 'Mug', deleted_at: expect.anything() });
  const gone = { reason: 'not_found' };
  await expect(updateProduct(db, admin, { id, name: 'Cup', version: 1 })).rejects.toMatchObject(gone);
  await expect(deleteProduct(db, id)).rejects.toMatchObject(gone);
  expect((await listProducts(db, { limit: 10 })).items).toEqual([]);
});

test('of many edits of one version at once, one succeeds', async () => {
  const { db } = services;
  const { id } = await createProduct(db, admin, mug);
  const edits = await Promise.allSettled(
    Array.from({ length: 8 }, (_, stock) => updateProduct(db, admin, { id, stock, version: 1 })),
  );
  expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const edit of edits) {
    if (edit.status === 'rejected') expect(edit.reason).toMatchObject({ reason: 'version_conflict' });
  }
});

test('the database itself refuses a negative price or stock', async () => {
  const { sql } = services;
  const insert = (amount: number, stock: number) => sql`
    insert into products (id, name, description, amount, currency, stock)
    values (gen_random_uuid(), 'x', '', ${amount}, 'EUR', ${stock})`;
  await expect(insert(-1, 0)).rejects.toThrow('products_amount_check');
  await expect(insert(0, -1)).rejects.toThrow('products_stock_check');
});
