import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { usePages } from '../../lib/use-pages.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { PostCard, PostCardSkeleton } from './post-card.tsx';
import { type PostFilters, postsQuery } from './posts.queries.ts';

interface PostListProps {
  filters: PostFilters;
  empty: ReactNode;
}

/** Published posts, newest first, as many pages as the address asks for. */
export function PostList({ filters, empty }: PostListProps) {
  const query = useInfiniteQuery(postsQuery(filters));
  return (
    <PagedList
      query={query}
      {...usePages()}
      label="Posts"
      keyOf={(post) => post.id}
      renderItem={(post) => <PostCard post={post} showAuthor={!filters.author} />}
      skeleton={<PostCardSkeleton />}
      empty={empty}
      className="divide-y divide-line"
    />
  );
}
