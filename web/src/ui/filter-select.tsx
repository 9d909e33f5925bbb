interface FilterSelectProps<Value extends string> {
  label: string;
  /** What is chosen; absent where the list is not narrowed. */
  value: Value | undefined;
  /** What stands for no choice. */
  all: string;
  options: readonly (readonly [value: Value, label: string])[];
  onChange: (value: Value | undefined) => void;
}

/** Narrows a list by one of a few choices. */
export function FilterSelect<Value extends string>({
  label,
  value,
  all,
  options,
  onChange,
}: FilterSelectProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange((event.target.value || undefined) as Value | undefined)}
      className="h-11 max-w-full rounded-lg border border-outline bg-surface px-3 text-sm"
    >
      <option value="">{all}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}
