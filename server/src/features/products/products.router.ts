import { page } from '@portico/shared/paging';
import { CreateProduct, ListProducts, Product, ProductId, UpdateProduct } from '@portico/shared/products';
import { z } from 'zod';
import { admin, fails, publicProcedure, router } from '../../engine/procedure/procedure.ts';
import {
  createProduct,
  deleteProduct,
  listProducts,
  readProduct,
  updateProduct,
} from './products.service.ts';

export const products = router({
  list: publicProcedure
    .meta({ rest: 'GET /products', summary: 'List products, newest first' })
    .input(ListProducts)
    .output(page(Product))
    .query(({ ctx, input }) => listProducts(ctx.db, input)),
  get: publicProcedure
    .concat(fails('not_found'))
    .meta({ rest: 'GET /products/{id}', summary: 'Read a product' })
    .input(ProductId)
    .output(Product)
    .query(({ ctx, input }) => readProduct(ctx.db, input.id)),
  create: admin
    .meta({
      scopes: ['products:write'],
      rest: 'POST /products',
      created: '/products/{id}',
      summary: 'Add a product',
      idempotent: true,
    })
    .input(CreateProduct)
    .output(Product)
    .mutation(({ ctx, input }) => createProduct(ctx.db, ctx.user, input)),
  update: admin
    .concat(fails('not_found', 'version_conflict'))
    .meta({
      scopes: ['products:write'],
      rest: 'PUT /products/{id}',
      summary: 'Edit a product',
      description: 'Changes only what is given.',
    })
    .input(UpdateProduct)
    .output(Product)
    .mutation(({ ctx, input }) => updateProduct(ctx.db, ctx.user, input)),
  delete: admin
    .concat(fails('not_found'))
    .meta({ scopes: ['products:write'], rest: 'DELETE /products/{id}', summary: 'Take a product from sale' })
    .input(ProductId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteProduct(ctx.db, input.id)),
});
