/** Picks how a form is sent that tells how far it is. */
import { type FormFetch, type OnProgress, uploadFetch } from './upload-fetch.ts';
import { uploadStream } from './upload-stream.ts';

/** Browsers and React Native tell of progress through XMLHttpRequest alone; elsewhere the body is a stream that is counted. */
export function progressFetch(onProgress: OnProgress, fetch: FormFetch): FormFetch {
  return typeof XMLHttpRequest === 'function' ? uploadFetch(onProgress) : uploadStream(onProgress, fetch);
}
