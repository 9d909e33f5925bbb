import type { Product } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '../../lib/money.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProductPicture } from './product-picture.tsx';
import { StockBadge } from './stock-badge.tsx';

interface ProductCardProps {
  product: Product;
  /** The heading's level: one below what stands above the list. */
  heading?: 'h2' | 'h3';
}

export function ProductCard({ product, heading: Heading = 'h2' }: ProductCardProps) {
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-raised">
      <ProductPicture product={product} />
      <div className="flex flex-1 flex-col gap-3 p-4">
        <Heading className="font-medium leading-snug">
          <Link
            to="/products/$id"
            params={{ id: product.id }}
            className="wrap-break-word rounded-sm after:absolute after:inset-0 group-hover:text-accent"
          >
            {product.name}
          </Link>
        </Heading>
        <p className="mt-auto flex flex-wrap items-center justify-between gap-2">
          <span className="font-semibold tabular-nums">{formatMoney(product.price)}</span>
          <StockBadge stock={product.stock} />
        </p>
      </div>
    </article>
  );
}

export function ProductCardSkeleton() {
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface">
      <Skeleton className="aspect-4/3 w-full rounded-none" />
      <div className="space-y-3 p-4">
        <Skeleton className="h-6 w-3/4" />
        <Skeleton className="h-6 w-full" />
      </div>
    </div>
  );
}
