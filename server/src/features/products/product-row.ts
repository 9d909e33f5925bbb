import type { Product } from '@portico/shared/products';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { type PictureRow, pictureColumns, picturesAs, toPicture } from '../files/pictures.service.ts';
import { products } from './products.table.ts';

const pictures = picturesAs('pictures');

const columns = {
  id: products.id,
  name: products.name,
  description: products.description,
  amount: products.amount,
  currency: products.currency,
  stock: products.stock,
  picture: pictureColumns(pictures),
  createdAt: products.createdAt,
  updatedAt: products.updatedAt,
  version: products.version,
};

/** A product as it is selected. */
export type ProductRow = Omit<Product, 'price' | 'picture'> &
  Product['price'] & { readonly picture: PictureRow | null };

/** Selects products with their pictures, in one round trip. */
export function selectProducts(db: Db) {
  return db.select(columns).from(products).leftJoin(pictures, eq(pictures.id, products.pictureId)).$dynamic();
}

export function toProduct({ amount, currency, picture, ...row }: ProductRow): Product {
  return { ...row, price: { amount, currency }, picture: toPicture(picture) };
}
