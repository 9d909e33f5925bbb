import { Page } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';

/** Stands in for a page that takes its time to arrive. */
export function PendingPage() {
  return (
    <Page>
      <Loading label="Loading the page">
        <Skeleton className="mb-8 h-12 w-64 max-w-full" />
        <Skeleton className="h-64" />
      </Loading>
    </Page>
  );
}
