/** A `fetch` that reports how much of the body was sent, which the platform's own cannot. */

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes sent so far. */
  readonly sent: number;
  /** Bytes in all. */
  readonly total: number;
}

/** Called while a body is being sent. */
export type OnProgress = (progress: UploadProgress) => void;

/** What sends a form. */
export type FormFetch = (url: string, init: RequestInit) => Promise<Response>;

/** @see https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest/upload */
export function uploadFetch(onProgress: OnProgress): FormFetch {
  return (url, { method = 'POST', headers, body, credentials, signal }) =>
    new Promise((resolve, reject) => {
      // React Native's older signals know no reason, and it may lack DOMException.
      const stopped = () =>
        reject(signal?.reason ?? Object.assign(new Error('The upload was stopped'), { name: 'AbortError' }));
      if (signal?.aborted) return stopped();
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.withCredentials = credentials === 'include';
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total });
      request.onload = () => resolve(answerOf(request));
      request.onerror = () => reject(new TypeError('The connection broke during the upload'));
      request.onabort = stopped;
      const stop = () => request.abort();
      signal?.addEventListener('abort', stop);
      request.onloadend = () => signal?.removeEventListener('abort', stop);
      request.send(body instanceof FormData ? body : null);
    });
}

/** The answer as `fetch` would give it. */
function answerOf(request: XMLHttpRequest): Response {
  const { status, responseText } = request;
  const lines = request.getAllResponseHeaders().split(/[\r\n]+/);
  const headers = lines.flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^([^:]+): *(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  return new Response(status === 204 ? null : responseText, { status, headers });
}
