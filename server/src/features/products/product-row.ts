import type { Product } from '@portico/shared/products';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { files } from '../files/files.table.ts';
import { type PictureRow, pictureColumns, toPicture } from '../files/pictures.service.ts';
import { products } from './products.table.ts';

const columns = {
  id: products.id,
  name: products.name,
  description: products.description,
  amount: products.amount,
  currency: products.currency,
  stock: products.stock,
  picture: pictureColumns(files),
  createdAt: products.createdAt,
  updatedAt: products.updatedAt,
  version: products.version,
};

/** A product as it is selected. */
export type ProductRow = Omit<Product, 'price' | 'picture'> &
  Product['price'] & { readonly picture: PictureRow | null };

/** Selects products with their pictures, in one round trip. */
export function selectProducts(db: Db) {
  return db.select(columns).from(products).leftJoin(files, eq(files.id, products.pictureId)).$dynamic();
}

export function toProduct({ amount, currency, picture, ...row }: ProductRow): Product {
  return { ...row, price: { amount, currency }, picture: toPicture(picture) };
}
