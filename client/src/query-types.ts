/** The types of the TanStack Query binding, derived from the router's flat declaration. */
import type {
  DataTag,
  InfiniteData,
  InfiniteQueryObserverOptions,
  MutationObserverOptions,
  QueryFunction,
  QueryObserverOptions,
} from '@tanstack/query-core';
import type { TRPCClientError } from '@trpc/client';
import type {
  AnyTRPCMutationProcedure,
  AnyTRPCProcedure,
  AnyTRPCQueryProcedure,
  AnyTRPCSubscriptionProcedure,
  inferProcedureInput,
  inferProcedureOutput,
} from '@trpc/server';

/** A key: the path's segments, then what tells calls of one path apart. */
export type ApiQueryKey = readonly [
  path: readonly string[],
  call?: { readonly input?: unknown; readonly type?: 'query' | 'infinite' | 'subscription' },
];

/** What a procedure's call fails with. */
export type ErrorOf<Procedure extends AnyTRPCProcedure> = TRPCClientError<{
  errorShape: Procedure['_def']['$types']['errorShape'];
  transformer: true;
}>;

/** One item of a stream. */
type ItemOf<Output> = Output extends AsyncIterable<infer Item> ? Item : never;

type Key<Output, Error> = DataTag<ApiQueryKey, Output, Error>;
type Settings<Options> = Omit<Options, 'queryKey' | 'queryFn' | 'initialPageParam' | 'getNextPageParam'>;
type Cursor = string | null | undefined;

/** The input of an infinite query: the pages choose the cursor. */
type WithoutCursor<Input> = Input extends object ? Omit<Input, 'cursor'> : Input;

/** Arguments of a call: the input may be left out where it may be undefined. */
type Arguments<Input, Options> = undefined extends Input
  ? [input?: Input | undefined, options?: Options]
  : [input: Input, options?: Options];

interface QueryResult<Output, Error, Data>
  extends Settings<QueryObserverOptions<Output, Error, Data, Output, ApiQueryKey>> {
  queryKey: Key<Output, Error>;
  queryFn: QueryFunction<Output, ApiQueryKey>;
}

interface InfiniteQueryResult<Output, Error, Data>
  extends Settings<InfiniteQueryObserverOptions<Output, Error, Data, ApiQueryKey, Cursor>> {
  queryKey: Key<InfiniteData<Output, Cursor>, Error>;
  queryFn: QueryFunction<Output, ApiQueryKey, Cursor>;
  initialPageParam: Cursor;
  getNextPageParam: (lastPage: Output) => Cursor;
}

/** What a query offers. */
export interface QueryBinding<Input, Output, Error> {
  /** Options of `useQuery`, `ensureQueryData` and the like. */
  queryOptions<Data = Output>(
    ...args: Arguments<Input, Settings<QueryObserverOptions<Output, Error, Data, Output, ApiQueryKey>>>
  ): QueryResult<Output, Error, Data>;
  /** Options of `useInfiniteQuery` over a list: `nextCursor` leads from page to page. */
  infiniteQueryOptions<Data = InfiniteData<Output, Cursor>>(
    ...args: Arguments<
      WithoutCursor<Input>,
      Settings<InfiniteQueryObserverOptions<Output, Error, Data, ApiQueryKey, Cursor>>
    >
  ): InfiniteQueryResult<Output, Error, Data>;
  /** The key of one call, or of all calls of this procedure. */
  queryKey(input?: Input): Key<Output, Error>;
  /** The key of an infinite query. */
  infiniteQueryKey(input?: WithoutCursor<Input>): Key<InfiniteData<Output, Cursor>, Error>;
  /** The key of everything below, to invalidate. */
  pathKey(): ApiQueryKey;
}

/** What a mutation offers. */
export interface MutationBinding<Input, Output, Error> {
  /** Options of `useMutation`. */
  mutationOptions<Context = unknown>(
    options?: Omit<MutationObserverOptions<Output, Error, Input, Context>, 'mutationKey' | 'mutationFn'>,
  ): MutationObserverOptions<Output, Error, Input, Context>;
  mutationKey(): ApiQueryKey;
}

/** Who is told what comes. */
export interface Follower<Item, Error> {
  readonly onData?: (item: Item) => void;
  /** The stream cannot go on; a connection that broke is made again without a word. */
  readonly onError?: (error: Error) => void;
  readonly onComplete?: () => void;
}

/** What a subscription offers. */
export interface SubscriptionBinding<Input, Item, Error> {
  /** A key, and how to begin: `subscribe` follows until `unsubscribe`. What is given there wins over what is given here. */
  subscriptionOptions(...args: Arguments<Input, Follower<Item, Error>>): Follower<Item, Error> & {
    readonly queryKey: ApiQueryKey;
    readonly subscribe: (follower?: Follower<Item, Error>) => { unsubscribe(): void };
  };
  subscriptionKey(input?: Input): ApiQueryKey;
}

/** The binding of a router: the same paths as the client's. */
export type Queries<Record> = {
  readonly [Name in keyof Record]: Record[Name] extends AnyTRPCQueryProcedure
    ? QueryBinding<
        inferProcedureInput<Record[Name]>,
        inferProcedureOutput<Record[Name]>,
        ErrorOf<Record[Name]>
      >
    : Record[Name] extends AnyTRPCMutationProcedure
      ? MutationBinding<
          inferProcedureInput<Record[Name]>,
          inferProcedureOutput<Record[Name]>,
          ErrorOf<Record[Name]>
        >
      : Record[Name] extends AnyTRPCSubscriptionProcedure
        ? SubscriptionBinding<
            inferProcedureInput<Record[Name]>,
            ItemOf<inferProcedureOutput<Record[Name]>>,
            ErrorOf<Record[Name]>
          >
        : Queries<Record[Name]>;
} & {
  /** The key of everything below, to invalidate. */
  pathKey(): ApiQueryKey;
};
