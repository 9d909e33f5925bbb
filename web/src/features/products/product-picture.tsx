import type { Product } from '@portico/client';
import { Package } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';

interface ProductPictureProps {
  product: Pick<Product, 'picture'>;
  /** Show the original rather than the small version. */
  large?: boolean;
  className?: string;
}

/** A product's picture, or a quiet stand-in of the same size. */
export function ProductPicture({ product: { picture }, large = false, className }: ProductPictureProps) {
  const shape = classNames('aspect-4/3 w-full bg-sunken object-cover', className);
  if (!picture) {
    return (
      <div className={classNames(shape, 'grid place-items-center text-muted')}>
        <Package aria-hidden className="size-10" />
      </div>
    );
  }
  return (
    <img
      src={large ? picture.url : picture.thumbnailUrl}
      alt={picture.alt}
      loading={large ? 'eager' : 'lazy'}
      decoding="async"
      className={shape}
    />
  );
}
