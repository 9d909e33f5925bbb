/** Why calls fail. */

/** What is wrong with one field of the input. */
export interface FieldIssue {
  /** Where in the input, as a JSON Pointer; empty for the whole. @see https://www.rfc-editor.org/rfc/rfc6901 */
  readonly pointer: string;
  /** One sentence for a person. */
  readonly detail: string;
  /** A stable key for a program. */
  readonly code: string;
}

/** The body of a failed answer. @see https://www.rfc-editor.org/rfc/rfc9457 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  /** The id under which the server's log has the request. */
  readonly requestId: string;
  /** Present for bad input: one entry a field. */
  readonly errors?: readonly FieldIssue[];
}

/** The server refused a call. */
export class ApiError<Code extends string = string> extends Error {
  override readonly name: string = 'ApiError';
  /** One of the codes that the operation declares, or one that this client does not know yet. */
  readonly code: Code | (string & {});
  readonly status: number;
  /** Of bad input: one entry a field; empty otherwise. */
  readonly errors: readonly FieldIssue[];
  /** The id under which the server's log has the request. */
  readonly requestId: string;
  readonly data: { readonly problem: Problem };

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
    this.data = { problem };
  }
}

/** The kinds of failure that no answer of the server tells. */
export type ClientErrorCode =
  /** There is no network, or the connection broke. */
  | 'no_connection'
  /** It took longer than `timeoutMs`. */
  | 'timed_out'
  /** Its `signal` ended it. */
  | 'cancelled'
  /** Something answered that is not this server, such as a gateway with a page of its own. */
  | 'unexpected_answer';

/** A call that got no answer of the server. */
export class ClientError extends Error {
  readonly code: ClientErrorCode;
  /** Of an unexpected answer. */
  readonly status: number | undefined;

  constructor(code: ClientErrorCode, message: string, options: ErrorOptions & { status?: number } = {}) {
    super(message, options);
    this.code = code;
    this.status = options.status;
    // The names that the platforms use for the same.
    this.name = names[code] ?? 'ClientError';
  }
}

const names: Partial<Record<ClientErrorCode, string>> = {
  timed_out: 'TimeoutError',
  cancelled: 'AbortError',
};

/**
 * Whether an error is an answer of the server, with one of the codes where any are given.
 * @example
 * if (isProblem(error, 'invalid_input')) show(error.errors);
 */
export function isProblem<Code extends string = string>(
  error: unknown,
  ...codes: readonly Code[]
): error is ApiError<Code> & { readonly code: Code } {
  return error instanceof ApiError && (codes.length === 0 || codes.some((code) => code === error.code));
}

/** The failure that an unsuccessful answer means. */
export async function readFailure(response: Response): Promise<ApiError | ClientError> {
  const { status } = response;
  const text = await response.text().catch(() => '');
  const problem = parseProblem(text);
  if (problem) return new ApiError(problem);
  return new ClientError('unexpected_answer', `The answer is not the server’s: ${status}, and no problem`, {
    status,
  });
}

/** Reads a problem; undefined where the text is none. */
export function parseProblem(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text);
    return typeof problem?.code === 'string' && typeof problem.status === 'number' ? problem : undefined;
  } catch {
    return undefined;
  }
}
