/** Checked by `tsc -p test`: the generated declaration says what the served router says. */

import { safe } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { Client, AppRouter as Generated } from '../../client/src/index.ts';
import { isProblem } from '../../client/src/index.ts';
import type { AppRouter as Served } from '../../server/src/router.ts';

type IsAny<T> = 0 extends 1 & T ? true : false;
type Same<A, B> =
  IsAny<A> extends IsAny<B> ? ([A] extends [B] ? ([B] extends [A] ? true : false) : false) : false;

/** The paths at which two routers' types differ. */
type Differences<A, B> = {
  [Group in keyof (A & B) & string]: Group extends keyof A & keyof B
    ? {
        [Name in keyof (A[Group] & B[Group]) & string]: Name extends keyof A[Group] & keyof B[Group]
          ? Same<A[Group][Name], B[Group][Name]> extends true
            ? never
            : `${Group}.${Name}`
          : `${Group}.${Name}`;
      }[keyof (A[Group] & B[Group]) & string]
    : Group;
}[keyof (A & B) & string];

/** Files are REST's alone: through RPC their path is answered. */
type Files = 'files.content' | 'files.thumbnail';

type Nothing<Difference extends never> = Difference;
export type Inputs = Nothing<Differences<inferRouterInputs<Generated>, inferRouterInputs<Served>>>;
export type Outputs = Nothing<
  Exclude<Differences<inferRouterOutputs<Generated>, inferRouterOutputs<Served>>, Files>
>;

/** The comparison itself can fail. */
type Changed = { posts: { get: { title: string } } };
type Finds<Difference, Expected extends Difference> = Expected;
export type Caught = [
  Finds<Differences<Changed, { posts: { get: { title: number } } }>, 'posts.get'>,
  Finds<Differences<Changed, { posts: { get: { title: string }; list: string } }>, 'posts.list'>,
];

export async function declaredErrorsNarrow(client: Client): Promise<void> {
  const [post, error] = await safe(client.posts.update.mutate({ id: '', version: 1 }));
  if (!error) {
    post.publishedAt satisfies Date | null;
    return;
  }
  error.data?.problem.code satisfies
    | 'not_found'
    | 'version_conflict'
    | 'unauthenticated'
    | 'invalid_token'
    | 'insufficient_scope'
    | 'cross_site'
    | 'invalid_input'
    | 'payload_too_large'
    | 'unsupported_media_type'
    | 'bad_request'
    | 'not_acceptable'
    | 'rate_limited'
    | 'internal'
    | 'unavailable'
    | 'timeout'
    | undefined;
  // @ts-expect-error this operation cannot fail so
  error.data?.problem.code === 'username_taken';
  if (isProblem(error, 'version_conflict')) error.data.problem.code satisfies 'version_conflict';
}
