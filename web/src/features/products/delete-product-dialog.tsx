import type { Product } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { refreshProducts } from './refresh-products.ts';

interface DeleteProductDialogProps {
  product: Pick<Product, 'id' | 'name'>;
  open: boolean;
  onClose: () => void;
  /** Leaves what shows the product, before everything about products is asked for again. */
  onDeleted?: () => Promise<void>;
}

export function DeleteProductDialog({ product, open, onClose, onDeleted }: DeleteProductDialogProps) {
  const { mutateAsync } = useMutation(api.products.delete.mutationOptions());
  const remove = async () => {
    await mutateAsync({ id: product.id });
    await onDeleted?.();
    await refreshProducts();
    toast('The product is deleted.');
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Delete this product?"
      description={
        <>
          <strong className="text-ink">{product.name}</strong> will leave the catalogue at once.
        </>
      }
      confirmLabel="Delete the product"
      onConfirm={remove}
    />
  );
}
