/** The closed table of error codes: what every door answers when a call fails. */

/** One row: the tRPC key, the HTTP status and the title of an error code. */
interface ErrorEntry {
  readonly rpc: string;
  readonly status: number;
  readonly title: string;
}

/**
 * Every way a call can fail, mapped to RPC and HTTP together.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15 for the statuses
 */
export const errorTable = {
  bad_request: { rpc: 'BAD_REQUEST', status: 400, title: 'The request is malformed' },
  invalid_link: { rpc: 'BAD_REQUEST', status: 400, title: 'This link is not valid any more' },
  unauthenticated: { rpc: 'UNAUTHORIZED', status: 401, title: 'Sign in first' },
  invalid_credentials: { rpc: 'UNAUTHORIZED', status: 401, title: 'Wrong name or password' },
  second_factor_required: {
    rpc: 'UNAUTHORIZED',
    status: 401,
    title: 'This account also asks for a code',
  },
  invalid_code: { rpc: 'UNAUTHORIZED', status: 401, title: 'This code is wrong, too old or used' },
  invalid_token: { rpc: 'UNAUTHORIZED', status: 401, title: 'This token is not valid' },
  forbidden: { rpc: 'FORBIDDEN', status: 403, title: 'You may not do this' },
  insufficient_scope: { rpc: 'FORBIDDEN', status: 403, title: 'The token does not reach this far' },
  reauthentication_required: {
    rpc: 'FORBIDDEN',
    status: 403,
    title: 'Prove once more who you are',
  },
  account_disabled: { rpc: 'FORBIDDEN', status: 403, title: 'This account is shut' },
  email_unverified: { rpc: 'FORBIDDEN', status: 403, title: 'The e-mail address is not verified yet' },
  cross_site: { rpc: 'FORBIDDEN', status: 403, title: 'The request came from another site' },
  not_found: { rpc: 'NOT_FOUND', status: 404, title: 'There is nothing here' },
  method_not_allowed: { rpc: 'METHOD_NOT_SUPPORTED', status: 405, title: 'This method does not work here' },
  not_acceptable: { rpc: 'BAD_REQUEST', status: 406, title: 'No acceptable representation' },
  conflict: { rpc: 'CONFLICT', status: 409, title: 'The request conflicts with the current state' },
  username_taken: { rpc: 'CONFLICT', status: 409, title: 'This username is taken' },
  email_taken: { rpc: 'CONFLICT', status: 409, title: 'This e-mail address is taken' },
  last_admin: { rpc: 'CONFLICT', status: 409, title: 'There must be one administrator' },
  last_way_in: { rpc: 'CONFLICT', status: 409, title: 'The account would have no way in' },
  idempotency_in_progress: {
    rpc: 'CONFLICT',
    status: 409,
    title: 'The first request with this key still runs',
  },
  version_conflict: { rpc: 'PRECONDITION_FAILED', status: 412, title: 'Somebody changed this meanwhile' },
  payload_too_large: { rpc: 'PAYLOAD_TOO_LARGE', status: 413, title: 'The request is too large' },
  unsupported_media_type: {
    rpc: 'UNSUPPORTED_MEDIA_TYPE',
    status: 415,
    title: 'This content type is not supported',
  },
  range_not_satisfiable: { rpc: 'BAD_REQUEST', status: 416, title: 'The range lies outside the file' },
  invalid_input: { rpc: 'UNPROCESSABLE_CONTENT', status: 422, title: 'Some fields are not right' },
  idempotency_key_reused: {
    rpc: 'UNPROCESSABLE_CONTENT',
    status: 422,
    title: 'This key was used for another request',
  },
  rate_limited: { rpc: 'TOO_MANY_REQUESTS', status: 429, title: 'Too many requests' },
  client_closed: { rpc: 'CLIENT_CLOSED_REQUEST', status: 499, title: 'The client went away' },
  internal: { rpc: 'INTERNAL_SERVER_ERROR', status: 500, title: 'Something broke on our side' },
  unavailable: { rpc: 'SERVICE_UNAVAILABLE', status: 503, title: 'The service is not available right now' },
  timeout: { rpc: 'GATEWAY_TIMEOUT', status: 504, title: 'The request took too long' },
} as const satisfies Record<string, ErrorEntry>;

/** A code of {@link errorTable}. */
export type Code = keyof typeof errorTable;

/** Every code, in the table's order. */
export const codes = Object.keys(errorTable) as readonly Code[];

/** What is wrong with one field of the input. */
export interface FieldIssue {
  /** Where in the input, as a JSON Pointer; empty for the whole. @see https://www.rfc-editor.org/rfc/rfc6901 */
  readonly pointer: string;
  /** One sentence for a person. */
  readonly detail: string;
  /** A stable key for a program: the schema's issue code or a domain's own. */
  readonly code: string;
}

/**
 * The body of every failed answer: `application/problem+json` in REST, `error.data.problem` in RPC.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export interface Problem {
  /** Address of the page that explains the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One sentence about this occurrence. */
  readonly detail: string;
  /** Path of the request that failed. */
  readonly instance: string;
  readonly code: Code;
  /** The id under which the server's log has this request. */
  readonly requestId: string;
  /** Present for bad input: one entry a field. */
  readonly errors?: readonly FieldIssue[];
}
