import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Package, Plus } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { usePages } from '../../lib/use-pages.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AdminProductRow } from './admin-product-row.tsx';
import { productsQuery } from './products.queries.ts';

/** The catalogue as those see it who keep it. */
export function AdminProductsPage() {
  usePageHead({ title: 'Manage products' });
  const query = useInfiniteQuery(productsQuery({}));
  return (
    <Page>
      <PageHeader title="Manage products" action={<AddLink />} />
      <PagedList
        query={query}
        {...usePages()}
        label="Products"
        keyOf={(product) => product.id}
        renderItem={(product) => <AdminProductRow product={product} />}
        skeleton={<Skeleton className="my-3 h-14" />}
        empty={
          <MessagePanel icon={Package} title="The catalogue is empty" action={<AddLink />}>
            Products appear here and on the products page as soon as they are saved.
          </MessagePanel>
        }
        className="divide-y divide-line"
      />
    </Page>
  );
}

function AddLink() {
  return (
    <Link to="/admin/products/new" className={buttonClass({ variant: 'primary' })}>
      <Plus aria-hidden className="size-4" />
      Add a product
    </Link>
  );
}
