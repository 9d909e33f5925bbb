/** How code says that a call cannot succeed: a failure with a code of the closed table. */
import { type Code, errorTable, type FieldIssue } from '@portico/shared/errors';
import { TRPCError } from '@trpc/server';

/** What a failure may say beyond its code. */
export interface FailureOptions {
  /** One sentence for a person; the code's title where absent. */
  readonly detail?: string;
  /** What is wrong with which field. */
  readonly issues?: readonly FieldIssue[];
  /** When a retry makes sense, in seconds. */
  readonly retryAfter?: number;
  /** Headers that the answer carries, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What caused it; logged, never sent. */
  readonly cause?: unknown;
}

/** An expected failure of a call. A class, because tRPC passes on only instances of its own error. */
export class Failure extends TRPCError {
  readonly reason: Code;
  readonly options: FailureOptions;

  constructor(reason: Code, options: FailureOptions = {}) {
    const { rpc, title } = errorTable[reason];
    super({ code: rpc, message: options.detail ?? title, cause: options.cause });
    this.reason = reason;
    this.options = options;
  }
}

/**
 * Makes the failure to throw.
 * @example throw fail('not_found', { detail: 'No post has this id' });
 */
export function fail(reason: Code, options?: FailureOptions): Failure {
  return new Failure(reason, options);
}

/**
 * Makes the failure of one input field, answered as 422 beside that field.
 * @param field the property's name
 * @param code a stable key for programs
 * @param detail one sentence for a person
 */
export function failField(field: string, code: string, detail: string): Failure {
  return fail('invalid_input', { detail, issues: [{ pointer: `/${field}`, code, detail }] });
}

/** Whether a thrown value is a failure with this code. */
export function isFailure(error: unknown, reason: Code): error is Failure {
  return error instanceof Failure && error.reason === reason;
}
