import type { Product } from '@portico/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { isProblem } from '../../lib/problems.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useUser } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { DeleteProductDialog } from './delete-product-dialog.tsx';
import { ProductForm } from './product-form.tsx';
import { toInput, toValues } from './product-values.ts';
import { editableProductQuery } from './products.queries.ts';
import { refreshProducts } from './refresh-products.ts';
import { useProductForm } from './use-product-form.ts';

const route = getRouteApi('/admin/products/$id');

export function EditProductPage() {
  usePageHead({ title: 'Edit a product' });
  const { id } = route.useParams();
  const query = useQuery(editableProductQuery(id));
  return (
    <Page width="reading">
      {query.data ? (
        <EditProduct key={id} product={query.data} />
      ) : query.isPending ? (
        <Loading label="Loading the product">
          <Skeleton className="h-96" />
        </Loading>
      ) : (
        <ErrorPanel
          level={1}
          error={query.error}
          onRetry={() => void query.refetch()}
          pending={query.isFetching}
        />
      )}
    </Page>
  );
}

function EditProduct({ product }: { product: Product }) {
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
