/** What the person at the terminal gave wrong, or a document that no client can be made of. */

/** Its message is one sentence that says what, and where; the command prints nothing else. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';
}
