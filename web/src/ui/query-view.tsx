import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '../lib/problems.ts';
import { ErrorPanel } from './error-panel.tsx';

interface QueryViewProps<Result> {
  query: UseQueryResult<Result>;
  skeleton: ReactNode;
  /** Waits for an answer of now: what is edited must not be what was known some time ago. */
  fresh?: boolean;
  /** What to show when the server says that there is no such thing. */
  missing: ReactNode;
  children: (result: Result) => ReactNode;
}

/** A page that shows one thing: its skeleton, the thing, that there is none, or an error with a retry. */
export function QueryView<Result>({
  query,
  skeleton,
  fresh = false,
  missing,
  children,
}: QueryViewProps<Result>) {
  if (query.isPending || (fresh && !query.isFetchedAfterMount)) return skeleton;
  if (query.data !== undefined) return children(query.data);
  // An address with a malformed id leads to nothing either.
  if (isProblem(query.error, 'not_found', 'invalid_input')) return missing;
  return (
    <ErrorPanel
      level={1}
      error={query.error}
      onRetry={() => void query.refetch()}
      pending={query.isFetching}
    />
  );
}
