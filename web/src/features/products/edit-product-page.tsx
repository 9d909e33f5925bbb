import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePageHead } from '../../lib/page-head.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { EditProduct } from './edit-product.tsx';
import { NoSuchProduct } from './no-such-product.tsx';
import { editableProductQuery } from './products.queries.ts';

const route = getRouteApi('/admin/products/$id');

export function EditProductPage() {
  usePageHead({ title: 'Edit a product' });
  const { id } = route.useParams();
  const query = useQuery(editableProductQuery(id));
  return (
    <Page width="reading">
      <QueryView fresh query={query} skeleton={<FormSkeleton />} missing={<NoSuchProduct />}>
        {(product) => <EditProduct key={id} product={product} />}
      </QueryView>
    </Page>
  );
}

function FormSkeleton() {
  return (
    <Loading label="Loading the product">
      <Skeleton className="h-96" />
    </Loading>
  );
}
