/** Refuses to answer in a form that the client does not take. @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1 */
import Negotiator from 'negotiator';
import { fail } from '../errors/failure.ts';
import type { Incoming } from '../http/exchange.ts';

/** Media type of every answer that is no file and no problem. */
export const jsonType = 'application/json';

/** @throws Failure `not_acceptable` when `Accept` excludes all of these media types */
export function assertAccepts({ headers }: Incoming, types: readonly string[]): void {
  if (!headers.accept || headers.accept === '*/*') return;
  if (new Negotiator({ headers }).mediaType(types)) return;
  throw fail('not_acceptable', { detail: `This is available as ${types[0]}` });
}
