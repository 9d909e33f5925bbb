import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PagedList } from '../../ui/paged-list.tsx';
import { PostCard, PostCardSkeleton } from './post-card.tsx';
import { type PostFilters, postsQuery } from './posts.queries.ts';

interface PostListProps {
  filters: PostFilters;
  pages: number;
  onMore: () => void;
  empty: ReactNode;
}

/** Published posts, newest first. */
export function PostList({ filters, pages, onMore, empty }: PostListProps) {
  const query = useInfiniteQuery(postsQuery(filters));
  return (
    <PagedList
      query={query}
      pages={pages}
      onMore={onMore}
      label="Posts"
      keyOf={(post) => post.id}
      renderItem={(post) => <PostCard post={post} showAuthor={!filters.author} />}
      skeleton={<PostCardSkeleton />}
      empty={empty}
      className="divide-y divide-line"
    />
  );
}
