import { useState } from 'react';
import { isProblem } from '../../lib/problems.ts';
import { type Rule, required } from '../../lib/rules.ts';

/** Whether a form has come to its second step. */
export interface CodeStep {
  /** Whether the form asks for a code beside the rest. */
  readonly asked: boolean;
  /** The checks of the code, once it is asked for. */
  readonly rules: readonly Rule[];
  /** Asks for a code where an error says that the account wants one; true when it does. */
  take(error: unknown): Promise<boolean>;
  /** Goes back to the first step. */
  leave(): void;
}

/** The second step of a form: once the server asks for a code so does the form, and what was typed before stays. */
export function useCodeStep(): CodeStep {
  const [asked, setAsked] = useState(false);
  return {
    asked,
    rules: asked ? [required('Enter the code')] : [],
    async take(error) {
      if (!isProblem(error, 'second_factor_required')) return false;
      setAsked(true);
      return true;
    },
    leave: () => setAsked(false),
  };
}
