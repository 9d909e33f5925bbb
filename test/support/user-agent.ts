/** A client with a cookie jar, as a browser has one: the same person through both doors. */
import type { createClient } from '../../client/src/index.ts';

type Client = ReturnType<typeof createClient>;

/** Somebody who calls the server. */
export interface UserAgent {
  /** Fetches a path of the server, with cookies. */
  readonly fetch: typeof fetch;
  /** The typed client over RPC. */
  readonly rpc: Client;
  /** Calls a REST operation: `rest('PUT', '/posts/1', { title })`; the body goes as JSON. */
  rest(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** The cookies held now, as a Cookie header. */
  cookies(): string;
}

/** @param address where the caller seems to come from, for a server that trusts its proxy */
export function createUserAgent(
  send: typeof fetch,
  origin: string,
  connect: typeof createClient,
  address: string,
): UserAgent {
  const jar = new Map<string, string>();
  const cookies = () => Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
  const withCookies: typeof fetch = async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(input, origin), init);
    if (!request.headers.has('x-forwarded-for')) request.headers.set('x-forwarded-for', address);
    if (jar.size > 0) request.headers.set('cookie', cookies());
    const response = await send(request);
    for (const line of response.headers.getSetCookie()) store(jar, line);
    return response;
  };
  return {
    fetch: withCookies,
    rpc: connect({ url: `${origin}/rpc`, fetch: withCookies }),
    rest: (method, path, body, headers) =>
      withCookies(`/api${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    cookies,
  };
}

function store(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';', 1);
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}
