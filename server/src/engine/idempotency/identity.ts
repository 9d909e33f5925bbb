/** Tells calls apart: who makes which call under which key, and with what input. */
import { createHash, hash } from 'node:crypto';
import { transformer } from '@portico/shared/transformer';
import type { Context } from '../procedure/context.ts';

/** A call under a key. */
export interface CallIdentity {
  /** Hash of the caller, the operation and the key, as text. */
  readonly id: string;
  /** The first 64 bits of it: the number of the lock. */
  readonly lock: bigint;
}

/**
 * The identity of a call. A user keeps theirs over sessions and devices. Who is not signed in is known by address alone:
 * so nobody elsewhere is answered what they were, and a retry from another address is another call.
 */
export function identify({ user, request }: Context, operation: string, key: string): CallIdentity {
  const caller = user ? `user ${user.id}` : `address ${request.address}`;
  const digest = createHash('sha256')
    .update(JSON.stringify([caller, operation, key]))
    .digest();
  return { id: digest.toString('base64url'), lock: digest.readBigInt64BE() };
}

/** A hash of an input: the same for the same values, whatever order their keys came in. */
export function fingerprint(input: unknown): string {
  const { json, meta } = transformer.serialize(input instanceof FormData ? [...input] : input);
  return hash('sha256', JSON.stringify([json ?? null, meta ?? null], sortKeys), 'base64url');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
