/** Reads which stretch of a file a client asks for. @see https://www.rfc-editor.org/rfc/rfc9110#section-14 */
import type { ByteRange } from '../operations/outputs.ts';

const single = /^bytes=\s*(\d*)-(\d*)\s*$/i;

/**
 * One range of bytes: `0-499`, `500-`, or `-500` for the last 500.
 * @param size of the whole, in bytes
 * @returns undefined when the whole is to be sent: no range, several, or something that is none;
 *   `unsatisfiable` when it lies outside
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = single.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return suffix(Number(last), size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start < size ? { start, end } : 'unsatisfiable';
}

function suffix(length: number, size: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || size === 0) return 'unsatisfiable';
  return { start: Math.max(0, size - length), end: size - 1 };
}
