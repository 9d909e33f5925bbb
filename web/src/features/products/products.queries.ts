import { api } from '../../lib/api.ts';

/** How many products a page of the list holds: fills rows of two and three. */
const pageSize = 12;
/** How many products the start page shows. */
const featuredSize = 4;

export interface ProductFilters {
  readonly q?: string | undefined;
  readonly inStock?: boolean | undefined;
}

export function productsQuery({ q, inStock }: ProductFilters, limit = pageSize) {
  const filters = { ...(q && { q }), ...(inStock && { inStock }) };
  return api.products.list.infiniteQueryOptions({ ...filters, limit });
}

export function featuredProductsQuery() {
  return productsQuery({ inStock: true }, featuredSize);
}

export function productQuery(id: string) {
  return api.products.get.queryOptions({ id });
}

/** A product to be edited: always asked for anew, so that editing starts from the newest version. */
export function editableProductQuery(id: string) {
  return api.products.get.queryOptions({ id }, { staleTime: 0 });
}
