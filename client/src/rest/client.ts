/** Makes the functions of an API from its generated tables. */
import { readsStreams } from '../streaming.ts';
import type { Fields } from './address.ts';
import { addressOf, queryOf } from './address.ts';
import { type Connection, call } from './call.ts';
import type { CallOptions, UploadOptions } from './call-options.ts';
import { type CodecTable, decode } from './codec.ts';
import { eventStream } from './event-stream.ts';
import { ApiError, ClientError } from './failure.ts';
import type { Result } from './operation.ts';
import type { OperationRow, OperationTable } from './operation-table.ts';
import { createSigning, type TokenPair, type TokenStore } from './tokens.ts';
import { type Fetch, whenOver } from './transport.ts';

/** How a client reaches its server. */
export interface RestClientOptions {
  /** Where the routes begin: `/api` on the same site, `https://example.org/api` elsewhere. */
  readonly url: string;
  /** The global `fetch` where absent. */
  readonly fetch?: Fetch;
  /** Headers of every request; asked again for each. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Tokens that sign every call. Where absent, the platform's cookies say who calls. */
  readonly tokens?: TokenStore;
  /** Which cookies a browser sends: those of its own site where absent. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds for a call with all its attempts: 30,000 where absent, 0 for no limit. Uploads have none of their own. */
  readonly timeoutMs?: number;
  /** How often a call is sent again that failed by chance and may be repeated: 3 where absent. */
  readonly retries?: number;
}

/** What the generator knows of an API. */
export interface Description {
  readonly operations: OperationTable;
  readonly types: CodecTable;
  readonly userAgent: string;
  /** Ids of the operations that make, renew and end tokens, where there are any. */
  readonly tokens?: { readonly create: string; readonly refresh: string; readonly revoke: string };
}

/** The functions of all operations, by the parts of their ids. */
export function createApi(description: Description, options: RestClientOptions): object {
  const { operations, tokens: tokenIds } = description;
  const { tokens: store } = options;
  const plain = connect(description, options);
  const refresh = tokenIds && operations[tokenIds.refresh];
  const connection: Connection =
    store && refresh
      ? {
          ...plain,
          signing: createSigning(store, async ({ refreshToken }) => {
            const answer = await answerOf(plain, refresh, { refreshToken }, {}, description.types);
            return answer as TokenPair;
          }),
        }
      : plain;
  const root: Branch = Object.create(null);
  for (const [id, row] of Object.entries(operations)) {
    const segments = id.split('.');
    const name = segments.pop() ?? id;
    const isToken = tokenIds !== undefined && Object.values(tokenIds).includes(id);
    const signer = isToken ? plain : connection;
    branch(root, segments)[name] = createOperation(signer, row, description.types);
  }
  return root;
}

function connect({ userAgent }: Description, options: RestClientOptions): Connection {
  return {
    url: options.url,
    // Called by its own name: browsers refuse it as a method of anything else.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    streams: readsStreams(options.fetch ?? fetch),
    headers: options.headers ?? (() => ({})),
    credentials: options.credentials ?? 'same-origin',
    timeoutMs: options.timeoutMs ?? 30_000,
    retries: options.retries ?? 3,
    userAgent,
  };
}

interface Branch {
  [name: string]: unknown;
}

function branch(root: Branch, segments: readonly string[]): Branch {
  let here = root;
  for (const segment of segments) {
    here[segment] ??= Object.create(null);
    here = here[segment] as Branch;
  }
  return here;
}

type Arguments = readonly unknown[];

function createOperation(connection: Connection, row: OperationRow, types: CodecTable): object {
  const read = (args: Arguments): [Fields, UploadOptions] => {
    const [input, options] = row.inputless ? [{}, args[0]] : args;
    return [(input ?? {}) as Fields, (options ?? {}) as UploadOptions];
  };
  if (row.answer === 'stream') {
    return (...args: Arguments) => eventStream(connection, row, ...read(args), types);
  }
  const run = async (...args: Arguments) => answerOf(connection, row, ...read(args), types);
  const safe = async (...args: Arguments): Promise<Result<unknown, string>> => {
    try {
      return { ok: true, output: await run(...args) };
    } catch (error) {
      if (error instanceof ApiError || error instanceof ClientError) return { ok: false, error };
      throw error;
    }
  };
  const url = (...args: Arguments) => {
    const { url: address, rest } = addressOf(row.route, connection.url, read(args)[0]);
    return address + queryOf(rest);
  };
  const all = (...args: Arguments) => allItems(run, row.paged ?? ['', '', ''], ...read(args));
  return Object.assign(run, { safe, ...(row.paged && { all }), ...(row.answer && { url }) });
}

async function* allItems(
  run: (input: Fields, options: CallOptions) => Promise<unknown>,
  [cursor, items, next]: NonNullable<OperationRow['paged']>,
  input: Fields,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  let asked = input;
  for (;;) {
    const page = (await run(asked, options)) as Record<string, unknown>;
    yield* page[items] as unknown[];
    if (typeof page[next] !== 'string') return;
    asked = { ...input, [cursor]: page[next] };
  }
}

async function answerOf(
  connection: Connection,
  row: OperationRow,
  input: Fields,
  options: UploadOptions,
  types: CodecTable,
): Promise<unknown> {
  const { response, deadline } = await call(connection, row, input, options);
  if (row.answer === 'file') {
    deadline.met();
    return options.signal ? whenOver(response, deadline.dispose) : response;
  }
  try {
    if (row.answer === 'redirect') return target(response);
    const text = await response.text();
    if (row.answer === 'text') return text;
    return row.answer === 'none' ? undefined : decode(JSON.parse(text), row.output, types);
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    if (error instanceof ClientError) throw error;
    const isBroken = !(error instanceof SyntaxError);
    const [code, message] = isBroken
      ? (['no_connection', 'The connection broke'] as const)
      : (['unexpected_answer', 'The answer is no JSON'] as const);
    throw new ClientError(code, message, { cause: error, status: response.status });
  } finally {
    deadline.dispose();
  }
}

/** Browsers follow redirects, or hide where they lead. */
function target(response: Response): string {
  const location = response.headers.get('location');
  if (location) return new URL(location, response.url || undefined).href;
  throw new ClientError('unexpected_answer', 'This platform hides where a redirect leads: open its `url()`');
}
