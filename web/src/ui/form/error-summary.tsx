import { CircleAlert } from 'lucide-react';
import { SignInAgain } from '../sign-in-again.tsx';
import type { Form } from './use-form.ts';

interface ErrorSummaryProps<Values> {
  form: Form<Values>;
  /** The fields' labels, in the order of the form. */
  labels: Partial<Record<keyof Values & string, string>>;
}

/**
 * What kept a form from being sent, each with a link to its field.
 * @see https://design-system.service.gov.uk/components/error-summary/
 */
export function ErrorSummary<Values>({ form, labels }: ErrorSummaryProps<Values>) {
  const names = (Object.keys(labels) as (keyof Values & string)[]).filter((name) => form.errors.fields[name]);
  if (names.length === 0 && form.errors.general.length === 0) return null;
  return (
    <div
      id={form.idOf('summary' as keyof Values & string)}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-lg border border-danger/40 bg-danger-soft p-4 text-sm"
    >
      <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      <div className="wrap-anywhere min-w-0">
        {names.length > 0 && <h2 className="font-semibold">Please check what you entered</h2>}
        <ul className="space-y-1">
          {form.errors.general.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {names.map((name) => (
            <li key={name}>
              <a
                href={`#${form.idOf(name)}`}
                onClick={(event) => focusField(event, form.idOf(name))}
                className="underline"
              >
                {labels[name]}: {form.errors.fields[name]}
              </a>
            </li>
          ))}
        </ul>
        {form.errors.isSignedOut && (
          <div className="mt-3">
            <SignInAgain />
          </div>
        )}
      </div>
    </div>
  );
}

/** The link alone would only scroll, and leave its mark in the address. */
function focusField(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
