/** Request ids: the client's when it is well-formed, else one of ours. */
import { randomUUID } from 'node:crypto';

const wellFormed = /^[A-Za-z0-9._-]{8,128}$/;

/** @param offered the request's `X-Request-Id` */
export function requestId(offered: string | string[] | undefined): string {
  return typeof offered === 'string' && wellFormed.test(offered) ? offered : randomUUID();
}
