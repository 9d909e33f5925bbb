/** The one place that tells malformed input, expected failure and bug apart. */
import { type Code, codes, errorTable, type FieldIssue } from '@portico/shared/errors';
import { TRPCError } from '@trpc/server';
import { $ZodError } from 'zod/v4/core';
import { isCancelled } from './cancelled.ts';
import { Failure } from './failure.ts';
import { fieldIssues } from './issues.ts';
import { isUnavailable } from './unavailable.ts';

/** A thrown value, understood. */
export interface Classified {
  readonly code: Code;
  readonly detail: string;
  readonly issues?: readonly FieldIssue[];
  readonly headers: Readonly<Record<string, string>>;
  /** True when our code is at fault: log it with its stack. */
  readonly bug: boolean;
}

/** Seconds after which a client should try again when the database is away. */
const retryUnavailable = 2;

/** Understands anything thrown during a call; nothing internal reaches the result. Never throws. */
export function classify(error: unknown): Classified {
  if (error instanceof Failure) return fromFailure(error);
  if (isUnavailable(error)) return unavailable;
  if (isCancelled(error)) return late;
  if (!(error instanceof TRPCError)) return bug;
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return error.cause instanceof Failure ? fromFailure(error.cause) : bug;
  }
  if (error.code === 'BAD_REQUEST' && error.cause instanceof $ZodError) return fromSchema(error.cause);
  return fromRpc(error);
}

const bug: Classified = expected('internal', { bug: true });

const unavailable: Classified = expected('unavailable', {
  headers: { 'retry-after': String(retryUnavailable) },
});

/** A query that took longer than any may. */
const late: Classified = expected('timeout', { headers: { 'retry-after': '1' } });

function expected(code: Code, more: Partial<Classified> = {}): Classified {
  return { code, detail: errorTable[code].title, headers: {}, bug: false, ...more };
}

function fromFailure(failure: Failure): Classified {
  const { issues, retryAfter, headers } = failure.options;
  return expected(failure.reason, {
    detail: failure.message,
    headers: retryAfter === undefined ? { ...headers } : { ...headers, 'retry-after': String(retryAfter) },
    ...(issues && { issues }),
    bug: failure.reason === 'internal',
  });
}

function fromSchema(error: $ZodError): Classified {
  const issues = fieldIssues(error.issues);
  const count = issues.length === 1 ? '1 field is' : `${issues.length} fields are`;
  return expected('invalid_input', { detail: `${count} not right`, issues });
}

/** For errors that tRPC itself or a mounted router throws: the first code with the same tRPC key. */
function fromRpc(error: TRPCError): Classified {
  const rpc = error.code === 'PARSE_ERROR' ? 'BAD_REQUEST' : error.code;
  const code = codes.find((candidate) => errorTable[candidate].rpc === rpc) ?? 'bad_request';
  return expected(code, { detail: error.message || errorTable[code].title });
}
