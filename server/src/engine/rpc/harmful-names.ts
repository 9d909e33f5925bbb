/** Refuses JSON whose property names could reach a prototype, before superjson or a schema sees them. */
import { DecodeError, isForbiddenName } from '@portico/shared/decode/decode-error';
import { decodeFailure } from '../errors/decode-failure.ts';
import type { Failure } from '../errors/failure.ts';

/** A value somewhere in the inputs; a link to what holds it, because a path for each would grow with the square of the depth. */
interface Place {
  readonly name: string;
  readonly value: unknown;
  readonly holder: Place | undefined;
}

/** What such a name contains, also one that is written with escapes. Few texts do, and only those are walked. */
const traces = ['__proto__', 'constructor', 'prototype', '\\u'];

/** Whether a text might hold such a name, or one that superjson guards against. */
export function isSuspicious(text: string): boolean {
  return traces.some((trace) => text.includes(trace));
}

/**
 * The reason to refuse inputs, if there is one.
 * @param text JSON; what is malformed is left to whoever reads it
 */
export function harmfulName(text: string): Failure | null {
  const place = findHarmful(parse(text));
  if (!place) return null;
  return decodeFailure(new DecodeError('forbidden_name', 'A field cannot have this name', pathOf(place)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findHarmful(inputs: unknown): Place | undefined {
  const places: Place[] = [{ name: '', value: inputs, holder: undefined }];
  // Grows while it is walked: nothing recurses, however deep the inputs are.
  for (const holder of places) {
    const isList = Array.isArray(holder.value);
    for (const [name, value] of Object.entries(holder.value ?? {})) {
      const place = { name, value, holder };
      if (!isList && isForbiddenName(name)) return place;
      if (typeof value === 'object' && value !== null) places.push(place);
    }
  }
  return undefined;
}

/** Where in its input: after `json`, which may stand below the call's number. Metadata has no place in it. */
function pathOf(place: Place): string[] {
  const path: string[] = [];
  for (let at = place; at.holder; at = at.holder) path.unshift(at.name);
  const start = path.slice(0, 2).indexOf('json');
  return start < 0 ? [] : path.slice(start + 1);
}
