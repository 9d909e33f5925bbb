/** TanStack Query binding: options and keys for every procedure; framework-free. */
import { getUntypedClient, type TRPCUntypedClient } from '@trpc/client';
import { createTRPCRecursiveProxy } from '@trpc/server';
import type { Client } from './client.ts';
import type { AppRouter } from './generated/router.ts';
import type { ApiQueryKey, Queries } from './query-types.ts';

export type { ApiQueryKey } from './query-types.ts';

/** The binding: `api.posts.list.queryOptions({ limit: 5 })`. */
export type ApiQueries = Queries<AppRouter['_def']['record']>;

/** What a query function is given. */
interface QueryContext {
  readonly signal: AbortSignal;
  readonly pageParam?: unknown;
}

type Build = (
  untyped: TRPCUntypedClient<AppRouter>,
  path: readonly string[],
  input: unknown,
  options: unknown,
) => unknown;

/**
 * Binds a client to TanStack Query.
 * @example
 * const api = createQueries(createClient({ url: '/rpc' }));
 * useQuery(api.posts.get.queryOptions({ id }));
 * useInfiniteQuery(api.posts.list.infiniteQueryOptions({ tag: 'garden' }));
 * useMutation(api.posts.create.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: api.posts.pathKey() }) }));
 */
export function createQueries(client: Client): ApiQueries {
  const untyped = getUntypedClient(client);
  return createTRPCRecursiveProxy<ApiQueries>(({ path, args: [input, options] }) => {
    const method = path.at(-1) ?? '';
    const build = builders[method];
    if (!build) throw new TypeError(`There is no ${path.join('.')}()`);
    return build(untyped, path.slice(0, -1), input, options);
  });
}

/** TanStack Query sends failed queries again by itself. */
const context = { retries: 0 };

const builders: Readonly<Record<string, Build>> = {
  queryOptions: (client, path, input, options) => ({
    ...(options as object | undefined),
    queryKey: callKey(path, 'query', input),
    queryFn: ({ signal }: QueryContext) => client.query(path.join('.'), input, { signal, context }),
  }),
  infiniteQueryOptions: (client, path, input, options) => ({
    getNextPageParam: (page: { readonly nextCursor?: string | null }) => page.nextCursor ?? undefined,
    ...(options as object | undefined),
    initialPageParam: undefined,
    queryKey: callKey(path, 'infinite', input),
    queryFn: ({ signal, pageParam }: QueryContext) =>
      client.query(
        path.join('.'),
        { ...(input as object | undefined), cursor: pageParam },
        { signal, context },
      ),
  }),
  mutationOptions: (client, path, options) => ({
    ...(options as object | undefined),
    mutationKey: [path],
    mutationFn: (input: unknown) => client.mutation(path.join('.'), input),
  }),
  subscriptionOptions: (client, path, input, options) => ({
    ...(options as object | undefined),
    queryKey: callKey(path, 'subscription', input),
    subscribe: (follower: object | undefined) =>
      client.subscription(path.join('.'), input, {
        onData: () => {},
        ...(options as object | undefined),
        ...follower,
      }),
  }),
  subscriptionKey: (_, path, input) => callKey(path, 'subscription', input),
  queryKey: (_, path, input) => callKey(path, 'query', input),
  infiniteQueryKey: (_, path, input) => callKey(path, 'infinite', input),
  pathKey: (_, path) => [path],
  mutationKey: (_, path) => [path],
};

function callKey(
  path: readonly string[],
  type: 'query' | 'infinite' | 'subscription',
  input: unknown,
): ApiQueryKey {
  return [path, input === undefined ? { type } : { input, type }];
}
