/** Input that is refused before any schema sees it: too much of it, or names that could harm. */

/** What is wrong with it: its amount, its depth, or a name that reaches into JavaScript's prototypes. */
export type DecodeFault = 'too_many_fields' | 'too_deep' | 'forbidden_name';

/** Thrown by the decoders; never for a value that merely does not fit its schema. */
export class DecodeError extends Error {
  readonly fault: DecodeFault;
  /** Where in the input. */
  readonly path: readonly string[];

  constructor(fault: DecodeFault, message: string, path: readonly string[] = []) {
    super(message);
    this.fault = fault;
    this.path = path;
  }
}

const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

/** Whether a property of this name could reach a prototype. */
export function isForbiddenName(name: string): boolean {
  return forbiddenNames.has(name);
}

/** @throws DecodeError for such a name */
export function assertSafeName(name: string, path: readonly string[]): void {
  if (isForbiddenName(name)) {
    throw new DecodeError('forbidden_name', 'A field cannot have this name', [...path, name]);
  }
}
