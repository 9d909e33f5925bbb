/** Hands tRPC a Request whose body is read by us: size-limited text, and forms with files on disk. */
import type { Incoming } from '../http/exchange.ts';

/** @param maxBytes largest body, in bytes */
export function toRequest(incoming: Incoming, origin: string, maxBytes: number): Request {
  const { method, path, query, headers, signal } = incoming;
  const request = new Request(new URL(`${path}?${query}`, origin), {
    method,
    headers: Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    signal,
  });
  return Object.defineProperties(request, {
    text: { value: () => incoming.text(maxBytes) },
    formData: { value: () => incoming.form(maxBytes) },
  });
}
