/** Tells a client what was refused before any schema saw it. */
import type { DecodeError } from '@portico/shared/decode/decode-error';
import { type Failure, fail } from './failure.ts';
import { toPointer } from './issues.ts';

/** A harmful name is beside its field, as a schema's issues are; too much or too deep is a malformed request. */
export function decodeFailure({ fault, message, path }: DecodeError): Failure {
  if (fault !== 'forbidden_name') return fail('bad_request', { detail: message });
  const issue = { pointer: toPointer(path), code: 'unrecognized_keys', detail: message };
  return fail('invalid_input', { detail: '1 field is not right', issues: [issue] });
}
