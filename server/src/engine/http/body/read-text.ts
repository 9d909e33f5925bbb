/** Reads a body as text. */
import { fail } from '../../errors/failure.ts';

/** @throws Failure `bad_request` when the bytes are not UTF-8 */
export async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = Buffer.concat(await Array.fromAsync(chunks));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw fail('bad_request', { detail: 'The body is not valid UTF-8', cause: error });
  }
}
