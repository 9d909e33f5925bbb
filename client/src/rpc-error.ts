/** The shape of a failed RPC call, as the server's error formatter writes it. */
import type { Code, errorTable, Problem } from '@portico/shared/errors';
import type { TRPC_ERROR_CODE_NUMBER } from '@trpc/server/rpc';

/** The `data` of a tRPC error; `problem` is what REST answers for the same failure. */
export interface RpcErrorData<C extends Code = Code> {
  readonly code: (typeof errorTable)[C]['rpc'];
  readonly httpStatus: number;
  readonly path?: string;
  readonly problem: Problem & { readonly code: C };
  /** Development only. */
  readonly stack?: string;
}

/** A tRPC error that may have any of the codes `C`. @see https://trpc.io/docs/server/error-formatting */
export interface RpcError<C extends Code = Code> {
  readonly message: string;
  readonly code: TRPC_ERROR_CODE_NUMBER;
  readonly data: RpcErrorData<C>;
}
