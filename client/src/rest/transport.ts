/** Sends one request, with progress where it is wanted. */
import { toFormData } from '../form-data.ts';
import { progressFetch } from '../progress-fetch.ts';
import type { OnProgress } from '../upload-fetch.ts';
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

/** A `fetch` that sends an input as a form, telling how much of it has left where that is wanted. */
export function formFetch(fetch: Fetch, input: object, onProgress: OnProgress | undefined): Fetch {
  const sendForm = onProgress ? progressFetch(onProgress, fetch) : fetch;
  return (url, init) => sendForm(url, { ...init, body: toFormData(input) });
}

/** The same answer; tells once its body has been read, or left. */
export function whenOver(response: Response, tell: () => void): Response {
  const { body, status, statusText, headers, url } = response;
  if (!body) {
    tell();
    return response;
  }
  const watcher: Transformer<Uint8Array<ArrayBuffer>> & { cancel(): void } = { flush: tell, cancel: tell };
  const watched = body.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>>(watcher));
  const answer = new Response(watched, { status, statusText, headers });
  return Object.defineProperty(answer, 'url', { value: url });
}
