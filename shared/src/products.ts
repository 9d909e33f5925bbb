import { z } from 'zod';
import { Picture } from './files.ts';
import { PageInput } from './paging.ts';
import { line, text } from './text.ts';
import { Version } from './version.ts';

/** An amount of money. @see https://www.iso.org/iso-4217-currency-codes.html */
export const Money = z
  .object({
    amount: z.int().min(0).max(1_000_000_000).describe('In the currency’s minor unit: cents, pence, yen'),
    currency: z.enum(['EUR', 'USD', 'GBP', 'CHF', 'JPY']).describe('ISO 4217'),
  })
  .meta({ id: 'Money', description: 'An amount of money' });
export type Money = z.infer<typeof Money>;

export const Product = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    price: Money,
    stock: z.int().describe('Pieces that can be sold'),
    picture: Picture.nullable(),
    createdAt: z.date(),
    updatedAt: z.date(),
    version: Version.describe('Counts changes; send it back when editing'),
  })
  .meta({ id: 'Product', description: 'Something for sale' });
export type Product = z.infer<typeof Product>;

export const ListProducts = PageInput.extend({
  q: line().max(200).optional().describe('Words to look for'),
  inStock: z.boolean().optional().describe('Only what can be bought now'),
});
export type ListProducts = z.infer<typeof ListProducts>;

const editable = {
  name: line().min(1).max(120),
  description: text().trim().max(5_000),
  price: Money,
  stock: z.int().min(0).max(1_000_000),
  pictureId: z.uuid().nullable().describe('An uploaded picture; null for none'),
};

export const CreateProduct = z.object({
  ...editable,
  description: editable.description.default(''),
  pictureId: editable.pictureId.default(null),
});
export type CreateProduct = z.infer<typeof CreateProduct>;

export const UpdateProduct = z.object({
  id: z.uuid(),
  name: editable.name.optional(),
  description: editable.description.optional(),
  price: editable.price.optional(),
  stock: editable.stock.optional(),
  pictureId: editable.pictureId.optional(),
  version: Version.describe('The version you edited; a newer one on the server answers 412'),
});
export type UpdateProduct = z.infer<typeof UpdateProduct>;

export const ProductId = z.object({ id: z.uuid() });
