/** A `fetch` that counts the bytes of a form while they leave, for platforms without XMLHttpRequest. */
import { toMultipart } from './multipart.ts';
import type { FormFetch, OnProgress } from './upload-fetch.ts';

/** Where the platform's requests take no stream, all is told at the end. */
export function uploadStream(onProgress: OnProgress, fetch: FormFetch): FormFetch {
  return async (url, init) => {
    if (!(init.body instanceof FormData)) return fetch(url, init);
    const form = toMultipart(init.body);
    const headers = { ...(init.headers as Record<string, string>), 'content-type': form.type };
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

function countedBody(form: Blob, onProgress: OnProgress): RequestInit {
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
