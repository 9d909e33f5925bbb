import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';

interface FieldProps {
  id: string;
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  /** Says so beside the label: most fields of the site are required. */
  optional?: boolean;
  /** Stands at the end of the label's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** What every input shares: how it looks, with and without an error. */
export function inputClass(error: string | undefined): string {
  return classNames(
    'block min-h-11 w-full rounded-lg border bg-surface px-3 py-2 text-base placeholder:text-muted',
    error ? 'border-danger outline-danger' : 'border-outline',
  );
}

/** The attributes that tie an input to its help and its error. */
export function describe(id: string, help: unknown, error: string | undefined) {
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined };
}

/** A label above, the input, its error beside it, help below. */
export function Field({ id, label, help, error, optional = false, action, children }: FieldProps) {
  return (
    <div className="space-y-1.5">
      <div className="flex items-end justify-between gap-4">
        <label htmlFor={id} className="block font-medium text-sm">
          {label}
          {optional && <span className="font-normal text-muted"> (optional)</span>}
        </label>
        {action}
      </div>
      {children}
      {error && (
        <p id={`${id}-error`} className="wrap-anywhere font-medium text-danger text-sm">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      {help && (
        <div id={`${id}-help`} className="wrap-anywhere text-muted text-sm">
          {help}
        </div>
      )}
    </div>
  );
}
