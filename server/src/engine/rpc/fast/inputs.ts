/** Reads the inputs of plain JSON calls as tRPC's own handler does. */
import { transformer } from '@portico/shared/transformer';
import { TRPCError } from '@trpc/server';

/** The decoded input of the call at a place; fails with `BAD_REQUEST` where the text is malformed. */
export type Inputs = (index: number) => unknown;

/** Decodes at the first call that reads its input; a malformed text fails every call that does. */
export function lazyInputs(text: string | null, isBatch: boolean, count: number): Inputs {
  let decoded: { readonly values: readonly unknown[] } | { readonly error: TRPCError } | undefined;
  return (index) => {
    decoded ??= decode(text, isBatch, count);
    if ('error' in decoded) throw decoded.error;
    return decoded.values[index];
  };
}

function decode(text: string | null, isBatch: boolean, count: number) {
  try {
    return { values: text ? decodeText(text, isBatch, count) : [] };
  } catch (cause) {
    if (cause instanceof TRPCError) return { error: cause };
    const message = cause instanceof Error ? cause.message : 'Invalid input';
    return { error: new TRPCError({ code: 'BAD_REQUEST', message, cause }) };
  }
}

function decodeText(text: string, isBatch: boolean, count: number): unknown[] {
  const inputs: unknown = JSON.parse(text);
  if (!isBatch) return [deserialize(inputs)];
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    const message = '"input" needs to be an object when doing a batch call';
    throw new TRPCError({ code: 'BAD_REQUEST', message });
  }
  const byPlace = inputs as Readonly<Record<number, unknown>>;
  return Array.from({ length: count }, (_, index) => {
    const input = byPlace[index];
    return input === undefined ? undefined : deserialize(input);
  });
}

/** The text was parsed for this request alone, so nothing needs to be copied. */
function deserialize(payload: unknown): unknown {
  return transformer.deserialize(payload as Parameters<typeof transformer.deserialize>[0], { inPlace: true });
}
