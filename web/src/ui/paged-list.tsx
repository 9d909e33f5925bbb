import type { Page } from '@portico/shared/paging';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type Key, type ReactNode, useEffect } from 'react';
import { Button } from './button.tsx';
import { ErrorPanel } from './error-panel.tsx';
import { Loading } from './skeleton.tsx';

interface PagedListProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  /** How many pages the address asks for, and how to ask for one more. */
  pages: number;
  onMore: () => void;
  keyOf: (item: Item) => Key;
  renderItem: (item: Item, index: number) => ReactNode;
  /** Stands in for one item while loading. */
  skeleton: ReactNode;
  skeletons?: number;
  /** What to show when there is nothing. */
  empty: ReactNode;
  /** Name of the list, for screen readers. */
  label: string;
  className?: string;
}

/** A list that loads page after page: skeletons, an empty state, an error with a retry, and “show more”. */
export function PagedList<Item>({ query, pages, onMore, label, empty, ...list }: PagedListProps<Item>) {
  useLoadUpTo(query, pages);
  if (query.isPending) {
    return (
      <Loading label={`Loading: ${label}`}>
        <div className={list.className}>
          {Array.from({ length: list.skeletons ?? 6 }, (_, place) => `skeleton ${place}`).map((key) => (
            <div key={key}>{list.skeleton}</div>
          ))}
        </div>
      </Loading>
    );
  }
  if (!query.data) {
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} pending={query.isFetching} />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      <ul aria-label={label} className={list.className}>
        {items.map((item, index) => (
          <li key={list.keyOf(item)}>{list.renderItem(item, index)}</li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {items.length} shown
      </p>
      <More query={query} onMore={onMore} />
    </>
  );
}

function More<Item>({ query, onMore }: Pick<PagedListProps<Item>, 'query' | 'onMore'>) {
  if (query.isFetchNextPageError) {
    return (
      <div className="mt-8">
        <ErrorPanel
          error={query.error}
          onRetry={() => void query.fetchNextPage()}
          pending={query.isFetchingNextPage}
        />
      </div>
    );
  }
  if (!query.hasNextPage) return null;
  // An address asks for so many pages and no more; the reader may.
  const showMore = () => {
    onMore();
    void query.fetchNextPage();
  };
  return (
    <div className="mt-8 flex justify-center">
      <Button onClick={showMore} pending={query.isFetchingNextPage}>
        Show more
      </Button>
    </div>
  );
}

/** Loads what the address asks for: one page more after a click, all of them after a reload or a shared link. */
function useLoadUpTo<Item>(query: PagedListProps<Item>['query'], pages: number): void {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const loaded = data?.pages.length ?? pages;
  useEffect(() => {
    if (loaded < pages && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [loaded, pages, hasNextPage, isFetching, isError, fetchNextPage]);
}
