/** A `fetch` that reports how much of the body was sent, which the platform's own cannot. */
import type { LinkFetch } from './link-fetch.ts';

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes sent so far. */
  readonly sent: number;
  /** Bytes in all. */
  readonly total: number;
}

/** Called while a body is being sent. */
export type OnProgress = (progress: UploadProgress) => void;

/** @see https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest/upload */
export function uploadFetch(onProgress: OnProgress): (...call: Parameters<LinkFetch>) => Promise<Response> {
  return (url, { method = 'POST', headers, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, String(url));
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total });
      request.onload = () => {
        const type = request.getResponseHeader('content-type') ?? '';
        resolve(
          new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
        );
      };
      request.onerror = () => reject(new TypeError('The connection broke during the upload'));
      request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body instanceof FormData ? body : null);
    });
}
