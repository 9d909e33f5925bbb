/** Sends one request, with progress where it is wanted. */
import { toFormData } from '../form-data.ts';
import { toMultipart } from '../multipart.ts';
import type { UploadOptions } from './call-options.ts';
import { ClientError } from './failure.ts';

/** The platform's `fetch`, or another in its place. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** @throws ClientError when no answer comes */
export async function send(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  const { signal } = init;
  try {
    if (!signal?.aborted) return await fetch(url, init);
  } catch (error) {
    if (!signal?.aborted)
      throw new ClientError('no_connection', 'The server cannot be reached', { cause: error });
  }
  throw signal.reason;
}

/**
 * A `fetch` that sends an input as a form and tells how much of it has left: XMLHttpRequest can where it exists, elsewhere the
 * bytes are counted as they are taken; where neither is possible, all is told at the end.
 */
export function formFetch(fetch: Fetch, input: object, onProgress: UploadOptions['onProgress']): Fetch {
  if (!onProgress) return (url, init) => fetch(url, { ...init, body: toFormData(input) });
  if (typeof XMLHttpRequest !== 'undefined') return xhrFetch(toFormData(input), onProgress);
  return async (url, init) => {
    const form = toMultipart(toFormData(input));
    const headers = { ...init.headers, 'content-type': form.type };
    if (canStream()) return fetch(url, { ...init, headers, ...countedBody(form, onProgress) });
    const response = await fetch(url, { ...init, headers, body: form });
    onProgress({ sent: form.size, total: form.size });
    return response;
  };
}

/** Whether this platform's requests take a stream; one that does not makes text of it, and asks for no `duplex`. */
function canStream(): boolean {
  let asked = false;
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      asked = true;
      return 'half';
    },
  };
  const { headers } = new Request('http://localhost', init as RequestInit);
  return asked && !headers.has('content-type');
}

function countedBody(form: Blob, onProgress: NonNullable<UploadOptions['onProgress']>): RequestInit {
  let sent = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      sent += chunk.byteLength;
      controller.enqueue(chunk);
      onProgress({ sent, total: form.size });
    },
  });
  const init = { body: form.stream().pipeThrough(counted), duplex: 'half' };
  return init as RequestInit;
}

/** @see https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest/upload */
function xhrFetch(form: FormData, onProgress: NonNullable<UploadOptions['onProgress']>): Fetch {
  return (url, { method = 'POST', headers, credentials, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.withCredentials = credentials === 'include';
      for (const [name, value] of Object.entries(headers ?? {}))
        request.setRequestHeader(name, String(value));
      request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total });
      request.onload = () => {
        const { status, responseText } = request;
        const type = request.getResponseHeader('content-type') ?? '';
        const body = status === 204 ? null : responseText;
        resolve(new Response(body, { status, headers: { 'content-type': type } }));
      };
      request.onerror = () => reject(new TypeError('The connection broke during the upload'));
      request.onabort = () => reject(signal?.reason);
      const stop = () => request.abort();
      signal?.addEventListener('abort', stop, { once: true });
      request.onloadend = () => signal?.removeEventListener('abort', stop);
      request.send(form);
    });
}
