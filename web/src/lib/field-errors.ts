import type { Code } from '@portico/client';
import { errorText } from './error-text.ts';
import { problemOf } from './problems.ts';

/** What a failed call means for a form. */
export interface FormErrors<Name extends string = string> {
  /** The message of each field that is wrong. */
  readonly fields: Partial<Record<Name, string>>;
  /** What is wrong with no field in particular. */
  readonly general: readonly string[];
  /** The session has ended: logging in again is the way on. */
  readonly isSignedOut?: boolean;
}

export const noErrors: FormErrors<never> = { fields: {}, general: [] };

/** Codes that speak of one field by themselves. */
const fieldOfCode: Partial<Record<Code, string>> = {
  username_taken: 'username',
  email_taken: 'email',
  invalid_code: 'code',
};

/**
 * Sorts a failed call into the fields of the form that made it.
 * @param names the form's fields; a pointer's first segment names one (`/price/amount` belongs to `price`)
 */
export function formErrors<Name extends string>(error: unknown, names: readonly Name[]): FormErrors<Name> {
  const problem = problemOf(error);
  const known = (name: string | undefined): name is Name => names.includes(name as Name);
  const fields: Partial<Record<Name, string>> = {};
  const general: string[] = [];

  for (const issue of problem?.errors ?? []) {
    const name = fieldOfPointer(issue.pointer);
    if (known(name)) fields[name] ??= issue.detail;
    else general.push(issue.detail);
  }
  const named = problem ? fieldOfCode[problem.code] : undefined;
  if (known(named)) fields[named] ??= errorText(error);
  if (Object.keys(fields).length === 0 && general.length === 0) general.push(errorText(error));
  return { fields, general, isSignedOut: problem?.code === 'unauthenticated' };
}

/** @see https://www.rfc-editor.org/rfc/rfc6901#section-4 */
function fieldOfPointer(pointer: string): string | undefined {
  return pointer.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
}
