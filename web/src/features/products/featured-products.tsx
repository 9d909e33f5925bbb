import { useInfiniteQuery } from '@tanstack/react-query';
import { Loading } from '../../ui/skeleton.tsx';
import { ProductCard, ProductCardSkeleton } from './product-card.tsx';
import { featuredProductsQuery } from './products.queries.ts';

const gridClass = 'grid grid-cols-2 gap-4';

/** A few products that can be bought, for the start page. Left out where there are none. */
export function FeaturedProducts() {
  const query = useInfiniteQuery(featuredProductsQuery());
  const products = query.data?.pages[0]?.items ?? [];
  if (query.isPending) {
    return (
      <Loading label="Loading products">
        <div className={gridClass}>
          <ProductCardSkeleton />
          <ProductCardSkeleton />
          <ProductCardSkeleton />
          <ProductCardSkeleton />
        </div>
      </Loading>
    );
  }
  if (products.length === 0) return <p className="text-muted">There is nothing to buy at the moment.</p>;
  return (
    <ul className={gridClass}>
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} heading="h3" />
        </li>
      ))}
    </ul>
  );
}
