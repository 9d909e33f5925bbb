import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NotebookPen, UserX } from 'lucide-react';
import { profileQuery } from '../../features/accounts/accounts.queries.ts';
import { ProfileHeader } from '../../features/accounts/profile-header.tsx';
import { PostList } from '../../features/posts/post-list.tsx';
import { usePageHead } from '../../lib/page-head.ts';
import { isProblem } from '../../lib/problems.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';

const route = getRouteApi('/authors/$username');

/** Somebody's page: who they are and what they have published. */
export function AuthorPage() {
  const { username } = route.useParams();
  const { pages = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(profileQuery(username));
  usePageHead({ title: query.data?.name ?? username, description: query.data?.bio || undefined });

  if (isProblem(query.error, 'not_found')) return <NobodyPage />;
  const showMore = () => void navigate({ search: { pages: pages + 1 }, replace: true, resetScroll: false });
  return (
    <Page width="reading">
      {query.data && <ProfileHeader profile={query.data} />}
      {query.isPending && <ProfileSkeleton />}
      {query.isError && (
        <ErrorPanel
          level={1}
          error={query.error}
          onRetry={() => void query.refetch()}
          pending={query.isFetching}
        />
      )}
      {!query.isError && (
        <PostList
          filters={{ author: username }}
          pages={pages}
          onMore={showMore}
          empty={
            <MessagePanel icon={NotebookPen} title="Nothing published yet">
              What {query.data?.name ?? username} publishes will appear here.
            </MessagePanel>
          }
        />
      )}
    </Page>
  );
}

function ProfileSkeleton() {
  return (
    <Loading label="Loading the profile">
      <div className="mb-8 flex items-center gap-6 border-line border-b pb-8">
        <Skeleton className="size-24 rounded-full" />
        <div className="flex-1 space-y-3">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="h-5 w-64 max-w-full" />
        </div>
      </div>
    </Loading>
  );
}

function NobodyPage() {
  usePageHead({ title: 'Nobody here' });
  return (
    <Page width="reading">
      <MessagePanel level={1} icon={UserX} title="Nobody has this name">
        The account may have been renamed.
      </MessagePanel>
    </Page>
  );
}
