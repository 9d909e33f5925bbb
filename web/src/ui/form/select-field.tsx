import { describe, Field, inputClass } from './field.tsx';
import type { FieldState } from './use-form.ts';

interface SelectFieldProps<Value extends string> {
  field: FieldState<Value>;
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  help?: string;
}

/** One of a few choices, by the system's own control. */
export function SelectField<Value extends string>({ field, label, options, help }: SelectFieldProps<Value>) {
  return (
    <Field id={field.id} label={label} help={help} error={field.error}>
      <select
        {...describe(field.id, help, field.error)}
        id={field.id}
        name={field.name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value as Value)}
        className={inputClass(field.error)}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
