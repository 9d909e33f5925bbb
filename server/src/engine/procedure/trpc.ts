/** The only call of `initTRPC`: transformer, metadata and the shape of errors. */
import { type Code, errorTable, type Problem } from '@portico/shared/errors';
import { transformer } from '@portico/shared/transformer';
import { initTRPC, type TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import {
  type MiddlewareFunction,
  type MiddlewareResult,
  middlewareMarker,
} from '@trpc/server/unstable-core-do-not-import';
import { classify } from '../errors/classify.ts';
import { toProblem } from '../errors/problem.ts';
import { currentRequest } from '../http/current-request.ts';
import { addressOf } from '../operations/outputs.ts';
import { withoutInherited } from '../operations/own-properties.ts';
import { defaultHeartbeatMs } from '../streams/streams.ts';
import type { Context } from './context.ts';
import type { Meta } from './meta.ts';

/** The `data` of every RPC error; `problem` is what REST answers for the same failure. */
export interface RpcErrorData<C extends Code = Code> {
  readonly code: (typeof errorTable)[C]['rpc'];
  readonly httpStatus: number;
  readonly path?: string;
  readonly problem: Problem & { readonly code: C };
  /** Development only. */
  readonly stack?: string;
}

/** An RPC error. @see https://trpc.io/docs/server/error-formatting */
export interface RpcError<C extends Code = Code> {
  readonly message: string;
  readonly code: (typeof TRPC_ERROR_CODES_BY_KEY)[(typeof errorTable)[C]['rpc']];
  readonly data: RpcErrorData<C>;
}

const isDevelopment = process.env.NODE_ENV !== 'production';

/** Shapes an error for the RPC door; used by the root and by declared errors. */
export function formatError(error: TRPCError, path: string | undefined, ctx: Context | undefined): RpcError {
  const request = currentRequest.getStore() ?? ctx?.request ?? { id: '', path: '' };
  const problem = toProblem(classify(error), request);
  const { rpc } = errorTable[problem.code];
  return {
    message: problem.detail,
    code: TRPC_ERROR_CODES_BY_KEY[rpc],
    data: {
      code: rpc,
      httpStatus: problem.status,
      ...(path !== undefined && { path }),
      problem,
      ...(isDevelopment && problem.code === 'internal' && error.stack && { stack: error.stack }),
    },
  };
}

/** Inputs hold what was sent alone. Files, pages and redirects are REST's alone: RPC answers their address. */
const rpcTransformer = {
  input: {
    serialize: (value: unknown) => transformer.serialize(value),
    deserialize: (value: Parameters<typeof transformer.deserialize>[0]) =>
      withoutInherited(transformer.deserialize(value)),
  },
  output: {
    serialize: (value: unknown) => transformer.serialize(addressOf(value) ?? value),
    deserialize: (value: Parameters<typeof transformer.deserialize>[0]) => transformer.deserialize(value),
  },
};

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: rpcTransformer,
    isDev: isDevelopment,
    errorFormatter: ({ error, path, ctx }) => formatError(error, path, ctx),
    sse: {
      ping: { enabled: true, intervalMs: defaultHeartbeatMs },
      client: { reconnectAfterInactivityMs: 3 * defaultHeartbeatMs },
    },
    jsonl: { pingMs: defaultHeartbeatMs },
  });

/** A middleware as {@link t} takes it. */
export type Middleware = MiddlewareFunction<Context, Meta, object, object, unknown>;

/** The result of a middleware that has the answer and does not need `next()`. */
export function succeeded(data: unknown): MiddlewareResult<object> {
  return { marker: middlewareMarker, ok: true, data };
}
