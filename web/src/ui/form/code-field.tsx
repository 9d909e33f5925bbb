import { useEffect, useRef, useState } from 'react';
import { describe, Field, inputClass } from './field.tsx';
import type { FieldState } from './use-form.ts';

interface CodeFieldProps {
  field: FieldState<string>;
  /** Offers to type a code from the list instead, which has letters. */
  recovery?: boolean;
  /** Takes the focus when it appears: as the next step of a form. */
  focused?: boolean;
}

/** A code of the second factor: of the authenticator, or from the list of recovery codes. */
export function CodeField({ field, recovery = false, focused = false }: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isRecovery, setRecovery] = useState(false);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);

  const change = () => {
    field.onChange('');
    setRecovery(!isRecovery);
    input.current?.focus();
  };
  const help = isRecovery
    ? 'One of the codes that you kept when you set up the second step. Each works once.'
    : 'The six digits that your authenticator app shows now.';

  return (
    <div className="space-y-2">
      <Field id={field.id} label={isRecovery ? 'Recovery code' : 'Code'} help={help} error={field.error}>
        <input
          {...describe(field.id, help, field.error)}
          ref={input}
          id={field.id}
          name={field.name}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          autoComplete="one-time-code"
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={32}
          className={`${inputClass(field.error)} font-mono tracking-widest`}
        />
      </Field>
      {recovery && (
        <button type="button" onClick={change} className="prose-link min-h-9 text-sm">
          {isRecovery ? 'Use the authenticator app' : 'Use a recovery code'}
        </button>
      )}
    </div>
  );
}
