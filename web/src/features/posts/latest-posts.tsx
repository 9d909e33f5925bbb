import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import { PostCard, PostCardSkeleton } from './post-card.tsx';
import { latestPostsQuery } from './posts.queries.ts';

/** The newest posts, for the start page. */
export function LatestPosts() {
  const query = useInfiniteQuery(latestPostsQuery());
  const posts = query.data?.pages[0]?.items;
  if (query.isPending) {
    return (
      <Loading label="Loading the latest posts">
        <div className="divide-y divide-line">
          <PostCardSkeleton />
          <PostCardSkeleton />
          <PostCardSkeleton />
          <PostCardSkeleton />
        </div>
      </Loading>
    );
  }
  if (!posts) {
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} pending={query.isFetching} />;
  }
  if (posts.length === 0) {
    return (
      <p className="py-6 text-muted">
        Nobody has published anything yet.{' '}
        <Link to="/write" className="prose-link">
          Write the first post
        </Link>
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {posts.map((post) => (
        <li key={post.id}>
          <PostCard post={post} heading="h3" />
        </li>
      ))}
    </ul>
  );
}
