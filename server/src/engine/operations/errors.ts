/** Derives every code that a call may fail with, so that no answer is undocumented. */
import { type Code, codes } from '@portico/shared/errors';
import type { Access, Meta } from '../procedure/meta.ts';
import type { Operation } from './operation.ts';

/** What any call may meet: its limit, a bug, a database that is away, a run that takes too long. */
const always: readonly Code[] = [
  'bad_request',
  'invalid_token',
  'not_acceptable',
  'rate_limited',
  'internal',
  'unavailable',
  'timeout',
];

/** Declared errors and those that follow from access and input, in the table's order. */
export function possibleErrors(
  meta: Meta,
  access: Access,
  hasInput: boolean,
  { kind, body, output }: Pick<Operation, 'kind' | 'body' | 'output'>,
): readonly Code[] {
  const possible = new Set<Code>([...always, ...(meta.errors ?? [])]);
  if (access.role !== 'anyone') possible.add('unauthenticated');
  if (access.role !== 'anyone' && access.scopes.length > 0) possible.add('insufficient_scope');
  if (access.role === 'admin') possible.add('forbidden');
  if (access.recent) possible.add('reauthentication_required');
  if (kind === 'mutation') possible.add('cross_site');
  if (hasInput) possible.add('invalid_input');
  if (output.as === 'file') possible.add('range_not_satisfiable');
  if (body !== 'none') possible.add('payload_too_large').add('unsupported_media_type');
  if (meta.idempotent) possible.add('idempotency_in_progress').add('idempotency_key_reused');
  return codes.filter((code) => possible.has(code));
}
