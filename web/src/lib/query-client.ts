import { QueryClient } from '@tanstack/react-query';
import { isTemporary } from './problems.ts';

const maxRetries = 2;
/** For this long an answer counts as fresh and is not asked for again, in milliseconds. */
const freshFor = 30_000;

/** The one cache of server answers. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: freshFor,
      retry: (failures, error) => failures < maxRetries && isTemporary(error),
      // Offline calls fail at once and say so, rather than wait without a word.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
