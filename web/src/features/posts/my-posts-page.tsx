import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { usePages } from '../../lib/use-pages.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MyPostRow } from './my-post-row.tsx';
import { type PostStatus, statusLabels } from './post-status.ts';
import { myPostsQuery } from './posts.queries.ts';
import { tagClass } from './tags.tsx';

const route = getRouteApi('/me/posts');
const statuses: readonly (PostStatus | undefined)[] = [undefined, 'draft', 'published'];

export function MyPostsPage() {
  usePageHead({ title: 'My posts' });
  const { status } = route.useSearch();
  const query = useInfiniteQuery(myPostsQuery(status));
  return (
    <Page width="reading">
      <PageHeader title="My posts" action={<WriteLink />}>
        Drafts are seen by you alone.
      </PageHeader>
      <nav aria-label="Filter by state" className="mb-4 flex flex-wrap gap-2">
        {statuses.map((choice) => (
          <Link
            key={choice ?? 'all'}
            to="/me/posts"
            search={choice ? { status: choice } : {}}
            activeOptions={{ exact: true }}
            aria-current={choice === status ? 'true' : undefined}
            className={tagClass(choice === status)}
          >
            {choice ? statusLabels[choice] : 'All'}
          </Link>
        ))}
      </nav>
      <PagedList
        query={query}
        {...usePages()}
        label="My posts"
        keyOf={(post) => post.id}
        renderItem={(post) => <MyPostRow post={post} />}
        skeleton={<Skeleton className="my-4 h-14" />}
        empty={
          <MessagePanel icon={NotebookPen} title="Nothing here yet" action={<WriteLink />}>
            What you write appears here, drafts and published posts alike.
          </MessagePanel>
        }
        className="divide-y divide-line"
      />
    </Page>
  );
}

function WriteLink() {
  return (
    <Link to="/write" className={buttonClass({ variant: 'primary' })}>
      <NotebookPen aria-hidden className="size-4" />
      Write a post
    </Link>
  );
}
