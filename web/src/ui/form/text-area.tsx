import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { describe, Field, inputClass } from './field.tsx';
import type { FieldState } from './use-form.ts';

interface TextAreaProps
  extends Omit<ComponentProps<'textarea'>, 'id' | 'name' | 'value' | 'onChange' | 'children'> {
  field: FieldState<string>;
  label: string;
  help?: ReactNode;
  optional?: boolean;
}

/** Several lines of text; grows with them where the browser can. */
export function TextArea({ field, label, help, optional = false, className, ...rest }: TextAreaProps) {
  return (
    <Field id={field.id} label={label} help={help} error={field.error} optional={optional}>
      <textarea
        dir="auto"
        {...rest}
        {...describe(field.id, help, field.error)}
        id={field.id}
        name={field.name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        className={classNames(inputClass(field.error), 'field-sizing-content min-h-28 resize-y', className)}
      />
    </Field>
  );
}
