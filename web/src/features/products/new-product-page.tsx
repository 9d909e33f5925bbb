import { callOptions } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { Page, PageHeader } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { ProductForm } from './product-form.tsx';
import { newProduct, type ProductValues, toInput } from './product-values.ts';
import { refreshProducts } from './refresh-products.ts';
import { useProductForm } from './use-product-form.ts';

export function NewProductPage() {
  usePageHead({ title: 'Add a product' });
  const user = useUser();
  return user && <NewProduct key={user.id} userId={user.id} />;
}

function NewProduct({ userId }: { userId: string }) {
  const navigate = useNavigate();
  const { mutateAsync } = useMutation({
    mutationFn: ({ values, key }: { values: ProductValues; key: string }) =>
      client.products.create.mutate(toInput(values), callOptions({ idempotencyKey: key })),
  });
  const form = useProductForm({
    initial: newProduct,
    draftKey: `${userId}.new-product`,
    submit: async (values, key) => {
      const product = await mutateAsync({ values, key });
      void refreshProducts();
      toast(`${product.name} is in the catalogue.`);
      await navigate({ to: '/admin/products' });
    },
  });
  return (
    <Page width="reading">
      <PageHeader title="Add a product" />
      <ProductForm form={form} submitLabel="Add to the catalogue" />
    </Page>
  );
}
