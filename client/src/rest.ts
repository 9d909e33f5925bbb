/** The client of this API over REST: `fetch` is all that it needs. */
import { createApi, type RestClientOptions } from './rest/client.ts';
import { type Api, description } from './rest/generated/api.ts';

/**
 * Creates a client: every operation under its id.
 * @example
 * const api = createRestClient({ url: 'https://example.org/api' });
 * for await (const post of api.posts.list.all({ tag: 'soup' })) show(post.title);
 */
export function createRestClient(options: RestClientOptions): Api {
  return createApi(description, options) as Api;
}

export type { CallOptions, UploadFile, UploadOptions, UploadProgress } from './rest/call-options.ts';
export type { RestClientOptions } from './rest/client.ts';
export type { EventStream } from './rest/event-stream.ts';
export {
  ApiError,
  ClientError,
  type ClientErrorCode,
  type FieldIssue,
  isProblem,
  type Problem,
} from './rest/failure.ts';
export type * from './rest/generated/api.ts';
export type { Open, UnknownValue, UnknownVariant } from './rest/open.ts';
export type { Result } from './rest/operation.ts';
export { memoryTokens, type TokenPair, type TokenStore } from './rest/tokens.ts';
