/** What every program sends, byte for byte the same, so that the harness knows what must arrive. */

/** How many lines the uploaded text has: 1 MiB. */
const lines = 32_768;

/** The uploaded text: numbered lines of 32 bytes each, with the line feed. */
export function uploadedText(): Buffer {
  return Buffer.from(
    Array.from(
      { length: lines },
      (_, index) => `portico upload line ${String(index + 1).padStart(11, '0')}\n`,
    ).join(''),
  );
}
