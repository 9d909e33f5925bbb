import type { Product } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { isProblem } from '../../lib/problems.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useUser } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { DeleteProductDialog } from './delete-product-dialog.tsx';
import { ProductForm } from './product-form.tsx';
import { toInput, toValues } from './product-values.ts';
import { editableProductQuery } from './products.queries.ts';
import { refreshProducts } from './refresh-products.ts';
import { useProductForm } from './use-product-form.ts';

/** Edits a product that exists. */
export function EditProduct({ product }: { product: Product }) {
  const user = useUser();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const { mutateAsync } = useMutation(api.products.update.mutationOptions());
  const form = useProductForm({
    initial: toValues(product),
    draftKey: `${user?.id}.product.${product.id}`,
    submit: async (values) => {
      const saved = await mutateAsync({ id: product.id, version: values.version, ...toInput(values) });
      form.reset(toValues(saved));
      void refreshProducts();
      toast(`${saved.name} is saved.`);
    },
    async handleError(error) {
      // Takes the newer version as the base, so that saving once more means what the message says.
      if (isProblem(error, 'version_conflict')) {
        form.change({ version: (await queryClient.fetchQuery(editableProductQuery(product.id))).version });
      }
      return false;
    },
  });
  return (
    <>
      <PageHeader
        title="Edit a product"
        action={
          <Button onClick={() => setDeleting(true)}>
            <Trash2 aria-hidden className="size-4" />
            Delete
          </Button>
        }
      />
      <ProductForm form={form} submitLabel="Save changes" />
      <DeleteProductDialog
        product={product}
        open={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => navigate({ to: '/admin/products' })}
      />
    </>
  );
}
