import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Package, SearchX } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { usePages } from '../../lib/use-pages.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { ProductCard, ProductCardSkeleton } from './product-card.tsx';
import { ProductFilter } from './product-filter.tsx';
import { productsQuery } from './products.queries.ts';

const route = getRouteApi('/products');

/** The catalogue. The address holds what is shown. */
export function ProductsPage() {
  usePageHead({ title: 'Products', description: 'Everything that can be bought on Portico.' });
  const { q, inStock } = route.useSearch();
  const query = useInfiniteQuery(productsQuery({ q, inStock }));
  const isFiltered = Boolean(q || inStock);
  return (
    <Page>
      <PageHeader title="Products" action={<ManageLink />} />
      <ProductFilter />
      <PagedList
        query={query}
        {...usePages()}
        label="Products"
        keyOf={(product) => product.id}
        renderItem={(product) => <ProductCard product={product} />}
        skeleton={<ProductCardSkeleton />}
        empty={
          <MessagePanel
            icon={isFiltered ? SearchX : Package}
            title={isFiltered ? 'No product matches' : 'There is nothing to buy yet'}
            action={
              isFiltered && (
                <Link to="/products" className={buttonClass()}>
                  Show all products
                </Link>
              )
            }
          >
            {isFiltered ? 'Try other words, or include what is sold out.' : 'Come back soon.'}
          </MessagePanel>
        }
        className="grid grid-cols-2 gap-4 sm:gap-6 md:grid-cols-3 lg:grid-cols-4"
      />
    </Page>
  );
}

function ManageLink() {
  const user = useUser();
  if (user?.role !== 'admin') return null;
  return (
    <Link to="/admin/products" className={buttonClass()}>
      Manage products
    </Link>
  );
}
