import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { IconButton } from '../icon-button.tsx';
import { describe, Field, inputClass } from './field.tsx';
import type { FieldState } from './use-form.ts';

interface PasswordFieldProps {
  field: FieldState<string>;
  label: string;
  autoComplete: 'current-password' | 'new-password';
  help?: ReactNode;
}

/** A password that can be shown, to check what was typed. */
export function PasswordField({ field, label, autoComplete, help }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field id={field.id} label={label} help={help} error={field.error}>
      <div className="relative">
        <input
          {...describe(field.id, help, field.error)}
          id={field.id}
          name={field.name}
          type={shown ? 'text' : 'password'}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={classNames(inputClass(field.error), 'pr-12')}
        />
        <IconButton
          label={shown ? 'Hide the password' : 'Show the password'}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0"
        >
          {shown ? <EyeOff aria-hidden className="size-5" /> : <Eye aria-hidden className="size-5" />}
        </IconButton>
      </div>
    </Field>
  );
}
