/** The client of this API: typed calls, problems, uploads. */
export { type Client, type ClientOptions, createClient } from './client.ts';
export type * from './generated/router.ts';
export {
  type Code,
  type FieldIssue,
  isProblem,
  type Problem,
  type ProblemError,
  problemOf,
} from './problem.ts';
export { type OnProgress, type UploadOptions, type UploadProgress, upload } from './upload.ts';
