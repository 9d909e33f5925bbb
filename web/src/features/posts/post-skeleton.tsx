import { Loading, Skeleton } from '../../ui/skeleton.tsx';

/** A post's page while it loads. */
export function PostSkeleton() {
  return (
    <Loading label="Loading the post">
      <div className="space-y-6">
        <Skeleton className="h-12 w-4/5" />
        <Skeleton className="h-8 w-56" />
        <Skeleton className="aspect-video w-full" />
        <Skeleton className="h-6 w-full" />
        <Skeleton className="h-6 w-11/12" />
        <Skeleton className="h-6 w-3/4" />
      </div>
    </Loading>
  );
}
