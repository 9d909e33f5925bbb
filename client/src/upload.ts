/** Sends files with progress. */
import type { TRPCProcedureOptions } from '@trpc/client';
import type { CallContext, CallOptions } from './call-options.ts';
import { formLink } from './form-link.ts';

export type { OnProgress, UploadProgress } from './upload-fetch.ts';

/** How an upload is watched and stopped. */
export type UploadOptions = Pick<CallOptions, 'onProgress' | 'signal' | 'timeoutMs'>;

/** A procedure whose input holds a file. */
interface UploadProcedure<Input, Output> {
  mutate(input: Input, options?: TRPCProcedureOptions): Promise<Output>;
}

/**
 * Calls a procedure that takes files, reporting progress. Fails as any call does: `isProblem(error, 'payload_too_large')`.
 * @example
 * const stored = await upload(client.files.upload, { file }, { onProgress: ({ sent, total }) => show(sent / total) });
 */
export function upload<Input extends object, Output>(
  procedure: UploadProcedure<Input, Output>,
  input: Input,
  { signal, ...options }: UploadOptions = {},
): Promise<Output> {
  // It comes with whoever uploads: a browser that once failed to load it would not try again.
  const context = { ...options, formLink } satisfies CallContext;
  return procedure.mutate(input, { context, ...(signal && { signal }) });
}
