import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { describe, Field, inputClass } from './field.tsx';
import type { FieldState } from './use-form.ts';

interface TextFieldProps
  extends Omit<ComponentProps<'input'>, 'id' | 'name' | 'value' | 'onChange' | 'children'> {
  field: FieldState<string>;
  label: string;
  help?: ReactNode;
  optional?: boolean;
}

export function TextField({ field, label, help, optional = false, className, ...rest }: TextFieldProps) {
  return (
    <Field id={field.id} label={label} help={help} error={field.error} optional={optional}>
      <input
        dir="auto"
        {...rest}
        {...describe(field.id, help, field.error)}
        id={field.id}
        name={field.name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        className={classNames(inputClass(field.error), className)}
      />
    </Field>
  );
}
