/** Sends files with progress. */
import type { TRPCProcedureOptions } from '@trpc/client';
import { type CallOptions, callOptions } from './call-options.ts';

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
  options: UploadOptions = {},
): Promise<Output> {
  return procedure.mutate(input, callOptions(options));
}
