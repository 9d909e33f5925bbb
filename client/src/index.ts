/** The client of this API: typed calls, problems, pages, uploads. */
export { safe } from '@trpc/client';
export { type Authentication, bearer, memoryTokens, type TokenStore, type Tokens } from './bearer.ts';
export { type CallOptions, callOptions } from './call-options.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export { isAborted, isTimeout } from './failure.ts';
export type * from './generated/router.ts';
export { items } from './pages.ts';
export {
  type Code,
  type FieldIssue,
  isProblem,
  type Problem,
  type ProblemError,
  problemOf,
} from './problem.ts';
export { type OnProgress, type UploadOptions, type UploadProgress, upload } from './upload.ts';
