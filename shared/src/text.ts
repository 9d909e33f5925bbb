/** Strings that the server can keep: every free text of every feature is built on these. */
import { z } from 'zod';

/**
 * Text of any number of lines. NUL and lone surrogates are refused: neither can be stored as UTF-8 text.
 * @see https://www.postgresql.org/docs/current/datatype-character.html
 */
export function text() {
  return z
    .string()
    .refine(
      (value) => value.isWellFormed() && !value.includes('\0'),
      'It holds characters that cannot be stored',
    );
}

/** Text of one line, such as a title: no control characters, no space around it. */
export function line() {
  return z
    .string()
    .trim()
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'It must be one line of plain text');
}
