/** Declares which failures an operation has: typed in the RPC client, listed in the document. */
import type { Code } from '@portico/shared/errors';
import { formatError, type RpcError, t } from './trpc.ts';

/**
 * A builder to `concat`: the codes become part of the procedure's description and of its error type.
 * @example signedIn.concat(fails('not_found', 'version_conflict'))
 * @see https://trpc.io/docs/server/error-formatting#per-procedure-error-formatting
 */
export function fails<const Codes extends readonly Code[]>(...codes: Codes) {
  return t.procedure.meta({ errors: codes }).errors(({ error, path, ctx }) => {
    const shape = formatError(error, path, ctx);
    return isOneOf(shape, codes) ? shape : undefined;
  });
}

function isOneOf<C extends Code>(shape: RpcError, codes: readonly C[]): shape is RpcError<C> {
  return codes.some((code) => code === shape.data.problem.code);
}
