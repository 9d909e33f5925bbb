import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePageHead } from '../../lib/page-head.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { EditPost } from './edit-post.tsx';
import { PostSkeleton } from './post-skeleton.tsx';
import { editablePostQuery } from './posts.queries.ts';

const route = getRouteApi('/me/posts/$id');

export function EditPage() {
  usePageHead({ title: 'Edit a post' });
  const { id } = route.useParams();
  const query = useQuery(editablePostQuery(id));
  return (
    <Page width="reading">
      {query.data ? (
        <EditPost key={id} post={query.data} />
      ) : query.isPending ? (
        <PostSkeleton />
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
