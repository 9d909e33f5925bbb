/** Tells calls apart: who makes which call under which key, and with what input. */
import { createHash, hash } from 'node:crypto';
import { transformer } from '@portico/shared/transformer';
import { fail } from '../errors/failure.ts';
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

/**
 * A hash of an input: the same for the same values, whatever order their keys came in.
 * @throws Failure `bad_request` for what is no value: nested beyond measure, or made to reach a prototype
 */
export function fingerprint(input: unknown): string {
  try {
    return hash('sha256', canonical(input instanceof FormData ? [...input] : input), 'base64url');
  } catch (error) {
    throw fail('bad_request', { detail: 'The input cannot be compared with another', cause: error });
  }
}

function canonical(input: unknown): string {
  const { json, meta } = transformer.serialize(input);
  return JSON.stringify([json ?? null, meta ?? null], sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
