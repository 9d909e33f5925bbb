/** Why a call failed, where the server answered nothing. */

/** Whether the caller ended the call by its `signal`. */
export function isAborted(error: unknown): boolean {
  return causeName(error) === 'AbortError';
}

/** Whether the call took longer than its `timeoutMs`, or than the time of an `AbortSignal.timeout`. */
export function isTimeout(error: unknown): boolean {
  return causeName(error) === 'TimeoutError';
}

/** An error by the names that the platforms use. @see https://webidl.spec.whatwg.org/#idl-DOMException-error-names */
export function named(name: 'AbortError' | 'TimeoutError', message: string): Error {
  return Object.assign(new Error(message), { name });
}

function causeName(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.name : undefined;
}
