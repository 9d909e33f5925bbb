import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { ErrorSummary } from './error-summary.tsx';
import type { Form as FormState } from './use-form.ts';

interface FormProps<Values> {
  form: FormState<Values>;
  /** The fields' labels, in their order on the page, for the summary of errors. */
  labels: Partial<Record<keyof Values & string, string>>;
  className?: string;
  children: ReactNode;
}

/** A form with its summary of errors on top. The browser's own bubbles stay away. */
export function Form<Values>({ form, labels, className, children }: FormProps<Values>) {
  return (
    <form noValidate onSubmit={form.submit} className={classNames('space-y-6', className)}>
      <ErrorSummary form={form} labels={labels} />
      {children}
    </form>
  );
}
