import type { Product } from '@portico/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, PenLine } from 'lucide-react';
import { formatMoney } from '../../lib/money.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { NoSuchProduct } from './no-such-product.tsx';
import { ProductPicture } from './product-picture.tsx';
import { productQuery } from './products.queries.ts';
import { StockBadge } from './stock-badge.tsx';

const route = getRouteApi('/products/$id');

export function ProductPage() {
  const { id } = route.useParams();
  const query = useQuery(productQuery(id));
  return (
    <Page>
      <Link
        to="/products"
        className="mb-6 inline-flex min-h-11 items-center gap-2 text-muted text-sm hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All products
      </Link>
      <QueryView query={query} skeleton={<ProductSkeleton />} missing={<NoSuchProduct />}>
        {(product) => <ProductDetails product={product} />}
      </QueryView>
    </Page>
  );
}

function ProductDetails({ product }: { product: Product }) {
  const user = useUser();
  const summary = product.description.slice(0, 160);
  usePageHead({ title: product.name, description: summary || undefined, picture: product.picture?.url });
  return (
    <article className="grid grid-cols-1 gap-8 md:grid-cols-2 md:gap-12">
      <ProductPicture product={product} large className="rounded-2xl border border-line" />
      <div className="min-w-0 space-y-5">
        <h1 dir="auto" className="text-2xl wrap-break-word">
          {product.name}
        </h1>
        <p className="flex flex-wrap items-center gap-3">
          <span className="font-semibold text-xl tabular-nums">{formatMoney(product.price)}</span>
          <StockBadge stock={product.stock} />
        </p>
        {product.description && (
          <p dir="auto" className="max-w-prose whitespace-pre-line wrap-break-word">
            {product.description}
          </p>
        )}
        {user?.role === 'admin' && (
          <Link to="/admin/products/$id" params={{ id: product.id }} className={buttonClass()}>
            <PenLine aria-hidden className="size-4" />
            Edit this product
          </Link>
        )}
      </div>
    </article>
  );
}

function ProductSkeleton() {
  return (
    <Loading label="Loading the product">
      <div className="grid gap-8 md:grid-cols-2 md:gap-12">
        <Skeleton className="aspect-4/3 w-full" />
        <div className="space-y-5">
          <Skeleton className="h-11 w-4/5" />
          <Skeleton className="h-8 w-40" />
          <Skeleton className="h-28 w-full" />
        </div>
      </div>
    </Loading>
  );
}
