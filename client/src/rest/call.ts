/** One call: its attempts, its key, its tokens, its time. */
import { addressOf, type Fields, queryOf } from './address.ts';
import type { UploadOptions } from './call-options.ts';
import { type Deadline, sleep, startDeadline, within } from './deadline.ts';
import { toJson } from './encode.ts';
import { ApiError, ClientError, readFailure } from './failure.ts';
import type { OperationRow } from './operation-table.ts';
import { isBroken, isPassing, pauseBefore } from './retry.ts';
import type { Signing } from './tokens.ts';
import { type Fetch, formFetch, send } from './transport.ts';

/** What all calls of a client share. */
export interface Connection {
  readonly url: string;
  readonly fetch: Fetch;
  /** Whether its answers can be read while they come. */
  readonly streams: boolean;
  readonly headers: () => Record<string, string> | Promise<Record<string, string>>;
  readonly credentials: RequestCredentials;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly userAgent: string;
  /** Absent where cookies say who calls. */
  readonly signing?: Signing;
}

/** An answer, and what ends the reading of it. */
export interface Answered {
  readonly response: Response;
  readonly deadline: Deadline;
}

/**
 * Calls an operation until it answers, or there is no hope; the caller disposes the deadline.
 * @throws ApiError and ClientError
 */
export async function call(
  connection: Connection,
  row: OperationRow,
  input: Fields,
  options: UploadOptions,
): Promise<Answered> {
  const { timeoutMs = defaultTimeout(row, connection), retries = connection.retries } = options;
  const request = createRequest(connection, row, input, options);
  const most = row.route.startsWith('GET ') || row.idempotent ? retries : 0;
  const deadline = startDeadline(timeoutMs, options.signal);
  try {
    return { response: await attempts(connection, request, most, deadline), deadline };
  } catch (error) {
    deadline.dispose();
    throw error;
  }
}

/** A transfer takes as long as it takes. */
function defaultTimeout({ body }: OperationRow, { timeoutMs }: Connection): number {
  return body === 'form' ? 0 : timeoutMs;
}

async function attempts(
  connection: Connection,
  request: SentRequest,
  most: number,
  deadline: Deadline,
): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    let failure: unknown;
    let retryAfter: string | null = null;
    try {
      const response = await signed(connection, request, deadline);
      if (response.ok || (response.status > 300 && response.status < 400)) return response;
      retryAfter = response.headers.get('retry-after');
      failure = await readFailure(response);
    } catch (error) {
      failure = error;
    }
    const pause = mayPass(failure) && attempt < most && pauseBefore(attempt, retryAfter, deadline.left());
    if (typeof pause !== 'number') throw deadline.signal.aborted ? deadline.signal.reason : failure;
    await sleep(pause, deadline.signal);
  }
}

function mayPass(failure: unknown): boolean {
  if (failure instanceof ApiError) return isPassing(failure.status, failure.code);
  if (failure instanceof ClientError && failure.status !== undefined) return isPassing(failure.status);
  return isBroken(failure);
}

/** Sends once, and once more where the access token had expired. */
async function signed(
  { signing, fetch }: Connection,
  request: SentRequest,
  { signal }: Deadline,
): Promise<Response> {
  const once = async (token?: string) => {
    const headers = { ...(await request.headers()), ...(token && { authorization: `Bearer ${token}` }) };
    return send(request.fetch ?? fetch, request.url, { ...request.init, headers, signal });
  };
  if (!signing) return once();
  const used = await signing.current();
  const response = await once(used?.accessToken);
  if (!used || response.status !== 401) return response;
  const failure = await readFailure(response.clone());
  if (failure.code === 'invalid_credentials') return response;
  if (!(await within(signing.renew(used), signal))) return response;
  await response.body?.cancel();
  return once((await signing.current())?.accessToken);
}

/** A request apart from who makes it. */
interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: () => Promise<Record<string, string>>;
  readonly fetch?: Fetch;
}

function createRequest(
  { url: base, headers: shared, credentials, fetch, userAgent }: Connection,
  row: OperationRow,
  input: Fields,
  options: UploadOptions,
): SentRequest {
  const { method, url, rest } = addressOf(row.route, base, input);
  const key = row.idempotent ? (options.idempotencyKey ?? newKey()) : undefined;
  const own = {
    accept: accepted[row.answer ?? 'json'],
    ...(row.body === 'json' && { 'content-type': 'application/json' }),
    ...(key !== undefined && { 'idempotency-key': key }),
    // A browser says itself who it is.
    ...(typeof document === 'undefined' && { 'user-agent': userAgent }),
  };
  return {
    url: row.body ? url : url + queryOf(rest),
    init: {
      method,
      credentials,
      ...(row.answer === 'redirect' && { redirect: 'manual' }),
      ...(row.body === 'json' && { body: toJson(rest) }),
    },
    headers: async () => ({ ...own, ...(await shared()), ...options.headers }),
    ...(row.body === 'form' && { fetch: formFetch(fetch, rest, options.onProgress) }),
  };
}

const accepted = {
  json: 'application/json',
  none: 'application/json',
  file: '*/*',
  text: 'text/*',
  redirect: '*/*',
  stream: 'text/event-stream',
} as const;

/** Not every platform makes UUIDs, and a browser only on a safe origin; a key need be unique, not secret. */
function newKey(): string {
  const random = () => Math.random().toString(36).slice(2);
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${random()}${random()}`;
}
