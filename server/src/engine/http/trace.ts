/** Continues a trace that began at the client. @see https://www.w3.org/TR/trace-context/ */
import { randomBytes } from 'node:crypto';

/** This request's step of a trace. */
export interface Trace {
  /** 32 hexadecimal digits, the same in every log that the trace passes. */
  readonly traceId: string;
  /** 16 hexadecimal digits: this step. */
  readonly spanId: string;
  /** Headers to send with a request to another server, so that the trace goes on there. */
  readonly headers: Readonly<{ traceparent: string; tracestate?: string }>;
}

const form = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-([\da-f]{2})(-.*)?$/;

/** Sampled, and random: what version 00 knows. */
const knownFlags = 0b11;

/** @returns undefined when there is no `traceparent`, or a malformed one, which is ignored */
export function continueTrace(traceparent: unknown, tracestate?: unknown): Trace | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, version, traceId, flags = '', more] = form.exec(traceparent) ?? [];
  if (traceId === undefined || (version === '00' && more !== undefined)) return undefined;
  const spanId = randomBytes(8).toString('hex');
  const kept = (Number.parseInt(flags, 16) & knownFlags).toString(16).padStart(2, '0');
  return {
    traceId,
    spanId,
    headers: {
      traceparent: `00-${traceId}-${spanId}-${kept}`,
      ...(typeof tracestate === 'string' && { tracestate }),
    },
  };
}
