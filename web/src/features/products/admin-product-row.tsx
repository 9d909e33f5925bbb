import type { Product } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { Eye, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatMoney } from '../../lib/money.ts';
import { IconButton, iconButtonClass } from '../../ui/icon-button.tsx';
import { DeleteProductDialog } from './delete-product-dialog.tsx';
import { ProductPicture } from './product-picture.tsx';
import { StockBadge } from './stock-badge.tsx';

/** One product in the list of those who keep the catalogue. */
export function AdminProductRow({ product }: { product: Product }) {
  const [deleting, setDeleting] = useState(false);
  return (
    <div className="flex items-center gap-4 py-3">
      <div className="w-16 shrink-0 overflow-hidden rounded-lg max-sm:hidden">
        <ProductPicture product={product} />
      </div>
      <div className="min-w-0 flex-1">
        <Link
          to="/admin/products/$id"
          params={{ id: product.id }}
          className="block truncate rounded-sm font-medium hover:text-accent hover:underline"
        >
          {product.name}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-3 text-muted text-sm">
          <span className="tabular-nums">{formatMoney(product.price)}</span>
          <StockBadge stock={product.stock} />
        </p>
      </div>
      <Link
        to="/products/$id"
        params={{ id: product.id }}
        aria-label={`View ${product.name}`}
        title="View"
        className={iconButtonClass}
      >
        <Eye aria-hidden className="size-5" />
      </Link>
      <IconButton label={`Delete ${product.name}`} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-5" />
      </IconButton>
      <DeleteProductDialog product={product} open={deleting} onClose={() => setDeleting(false)} />
    </div>
  );
}
