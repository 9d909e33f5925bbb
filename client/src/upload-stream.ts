/** A `fetch` that counts the bytes of a form while they leave, for platforms without XMLHttpRequest. */
import type { LinkFetch } from './link-fetch.ts';
import { toMultipart } from './multipart.ts';
import type { OnProgress } from './upload-fetch.ts';

export function uploadStream(onProgress: OnProgress, fetch: LinkFetch): LinkFetch {
  return (url, init = {}) => {
    if (!(init.body instanceof FormData)) return fetch(url, init);
    const form = toMultipart(init.body);
    let sent = 0;
    const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
        onProgress({ sent, total: form.size });
      },
    });
    const headers = { ...(init.headers as Record<string, string>), 'content-type': form.type };
    const streamed = { ...init, headers, body: form.stream().pipeThrough(counted), duplex: 'half' };
    return fetch(url, streamed as RequestInit);
  };
}
