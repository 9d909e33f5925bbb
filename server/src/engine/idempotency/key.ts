/** What an `Idempotency-Key` looks like, and which requests may have one. */
import { fail } from '../errors/failure.ts';

const wellFormed = /^[\x21-\x7e]{1,255}$/;

/** @throws Failure `bad_request` */
export function assertKey(key: string): void {
  if (wellFormed.test(key)) return;
  throw fail('bad_request', { detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters' });
}

/** Whether a request makes several calls: RPC lists them in the path. */
export function isBatch(path: string): boolean {
  return /^\/rpc\/.*(?:,|%2C)/i.test(path);
}
