/** What happens when a call of the RPC door fails: bugs are logged, headers such as `Retry-After` sent. */
import type { TRPCError } from '@trpc/server';
import { classify } from '../errors/classify.ts';
import type { Visit } from '../http/door.ts';

/** @param isSingle whether the call is alone in its request: the headers of one of many would speak for all */
export function noteError(
  error: TRPCError,
  operation: string | undefined,
  visit: Visit,
  isSingle: boolean,
): void {
  const { bug, headers } = classify(error);
  if (bug) visit.log.error({ err: error.cause ?? error, operation }, 'a call broke');
  if (isSingle && !visit.response.sent) visit.response.headers.push(...Object.entries(headers));
}
