/** Checked by `tsc -p test`: the generated declaration says what the served router says. */

import { safe } from '@trpc/client';
import type { TRPCQueryProcedure } from '@trpc/server';
import type { Client, AppRouter as Generated } from '../../client/src/index.ts';
import { isProblem } from '../../client/src/index.ts';
import type { RpcError } from '../../client/src/rpc-error.ts';
import type { AppRouter as Served } from '../../server/src/router.ts';
import type { Differences } from '../support/router-differences.ts';

type Nothing<Difference extends never> = Difference;
export type Found = Nothing<Differences<Generated['_def']['record'], Served['_def']['record']>>;

/** The comparison itself can fail. */
type Query<Input, Output, Code extends 'not_found' | 'conflict' = 'not_found'> = TRPCQueryProcedure<{
  input: Input;
  output: Output;
  meta: unknown;
  errorShape: RpcError<Code>;
}>;
type Declared = {
  posts: { get: Query<{ id: string }, { title: string }>; deep: { list: Query<void, string[]> } };
};
type Changed = {
  posts: {
    get: Query<{ id?: string }, { title: string | null }, 'conflict'>;
    deep: { list: Query<void, string[]>; made: Query<void, 1> };
  };
};
type Caught<Expected extends Differences<Declared, Changed>> = Expected;
export type AllCaught = [
  Caught<'posts.get: input'>,
  Caught<'posts.get: output'>,
  Caught<'posts.get: errors'>,
  Caught<'posts.deep.made: missing'>,
  Nothing<Exclude<Differences<Declared, Changed>, `posts.get: ${string}` | 'posts.deep.made: missing'>>,
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
