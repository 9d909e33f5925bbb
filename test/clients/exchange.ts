/** One request that passed the proxy, and what became of it. */

/** What the proxy records. */
export interface Exchange {
  readonly fault: string;
  readonly label: string;
  readonly method: string;
  /** Path as the server sees it, without query: `/api/posts`, `/rpc/posts.create`. */
  readonly path: string;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** What the client was answered; absent while it waits, and where it got nothing. */
  status?: number;
  answerHeaders?: Readonly<Record<string, string | string[] | undefined>>;
  answer: Buffer;
  /** Milliseconds from the request to the end of the answer or of the connection. */
  ms?: number;
  /** Whether the client left before its answer was complete. */
  left: boolean;
  /** Whether the fault changed what the server answered. */
  changed: boolean;
}

/** An operation, as both doors name it. */
export interface Call {
  readonly rpc: string;
  /** Method and path below `/api`; `{}` stands for one segment. */
  readonly rest: string;
}

/** Whether a request calls an operation, alone or in a batch. */
export function isCall({ method, path }: Exchange, { rpc, rest }: Call): boolean {
  if (path.startsWith('/rpc/'))
    return decodeURIComponent(path.slice('/rpc/'.length)).split(',').includes(rpc);
  const [verb, pattern = ''] = rest.split(' ');
  return verb === method && new RegExp(`^/api${pattern.replaceAll('{}', '[^/]+')}$`).test(path);
}

/** The JSON input of an RPC call that travels alone or first in its batch, or of a REST call's body. */
export function inputOf({ path, body }: Exchange): Readonly<Record<string, unknown>> {
  const sent = JSON.parse(body.toString());
  return path.startsWith('/rpc/') ? (sent.json ?? sent['0'].json) : sent;
}
