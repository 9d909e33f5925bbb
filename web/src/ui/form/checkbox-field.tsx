import type { FieldState } from './use-form.ts';

interface CheckboxFieldProps {
  field: FieldState<boolean>;
  label: string;
}

/** A yes or no, with its label beside it. */
export function CheckboxField({ field, label }: CheckboxFieldProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-sm">
      <input
        id={field.id}
        name={field.name}
        type="checkbox"
        checked={field.value}
        onChange={(event) => field.onChange(event.target.checked)}
        className="size-5 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
