import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type FormErrors, formErrors, noErrors } from '../../lib/field-errors.ts';
import { checkFields, type Rules } from '../../lib/rules.ts';
import { useAttemptKey } from './use-attempt-key.ts';
import { useDraft } from './use-draft.ts';

type Name<Values> = keyof Values & string;

interface FormOptions<Values> {
  initial: Values;
  rules?: Rules<Values>;
  /** Sends the values, under a key where they must count once. What it throws is shown; the values stay. */
  submit: (values: Values, key: string) => Promise<unknown>;
  /** Takes care of an error that is no message, such as a version conflict; true when it did. */
  handleError?: (error: unknown, values: Values) => Promise<boolean>;
  /** What an error says about fields of this form alone, in words. */
  explain?: (error: unknown) => Partial<Record<Name<Values>, string>> | undefined;
  /** Under which key the values are kept in this browser until they are sent. */
  draftKey?: string;
}

/** One field as its control needs it. */
export interface FieldState<Value> {
  readonly id: string;
  readonly name: string;
  readonly value: Value;
  readonly error: string | undefined;
  onChange(value: Value): void;
}

export interface Form<Values> {
  readonly values: Values;
  readonly errors: FormErrors<Name<Values>>;
  readonly pending: boolean;
  /** Whether anything differs from what the form began with. */
  readonly changed: boolean;
  /** When the values on show were kept by an earlier visit. */
  readonly restoredAt: Date | undefined;
  field<FieldName extends Name<Values>>(name: FieldName): FieldState<Values[FieldName]>;
  idOf(name: Name<Values>): string;
  /** What differs from what the form began with. */
  changes(): Partial<Values>;
  /** What was typed since the values that are under way were sent. */
  typedMeanwhile(): Partial<Values>;
  /** Replaces values as if they had been typed. */
  change(values: Partial<Values>): void;
  /** Drops what was typed and goes back to the beginning, or to other values; what was typed after sending stays. */
  reset(values?: Values): void;
  /** Checks and sends the values, with some of them replaced. */
  submit(event?: FormEvent, replaced?: Partial<Values>): Promise<void>;
}

/**
 * The one way the site's forms work: values survive failures and reloads, errors sit at their fields,
 * and after a failed attempt the focus goes to the first of them.
 */
export function useForm<Values extends object>(options: FormOptions<Values>): Form<Values> {
  const prefix = useId();
  const draft = useDraft<Values>(options.draftKey);
  const [initial, setInitial] = useState(options.initial);
  const [values, setValues] = useState<Values>(() => ({ ...options.initial, ...draft.restored?.values }));
  const [errors, setErrors] = useState<FormErrors<Name<Values>>>(noErrors);
  const [pending, setPending] = useState(false);
  // What was typed last, for those who began before it: an upload that ends, an answer that arrives.
  const latest = useRef(values);
  const underWay = useRef<Values>(undefined);
  const attempts = useAttemptKey<Values>();
  const names = Object.keys(initial) as Name<Values>[];
  const idOf = (name: string) => `${prefix}${name}`;
  const announce = useFocusOnFailure(() => {
    const first = names.find((name) => errors.fields[name]);
    return first ? idOf(first) : idOf('summary');
  });

  const fail = (found: FormErrors<Name<Values>>) => {
    setErrors(found);
    announce();
  };

  const show = (next: Values) => {
    latest.current = next;
    setValues(next);
  };

  const change = (changed: Partial<Values>) => {
    show({ ...latest.current, ...changed });
    draft.keep(latest.current);
  };

  const changesFrom = (earlier: Values): Partial<Values> => {
    const changed = names.filter((name) => latest.current[name] !== earlier[name]);
    return Object.fromEntries(changed.map((name) => [name, latest.current[name]])) as Partial<Values>;
  };
  const typedMeanwhile = () => changesFrom(underWay.current ?? latest.current);

  const reset = (next = initial) => {
    const typed = typedMeanwhile();
    underWay.current = undefined;
    draft.forget();
    setInitial(next);
    show(next);
    setErrors(noErrors);
    if (Object.keys(typed).length > 0) change(typed);
  };

  const submit = async (event?: FormEvent, replaced?: Partial<Values>) => {
    event?.preventDefault();
    if (pending) return;
    const sent = { ...latest.current, ...replaced };
    const fields = checkFields(sent, options.rules ?? {});
    if (Object.keys(fields).length > 0) {
      fail({ fields, general: [] });
      return;
    }
    setPending(true);
    underWay.current = latest.current;
    try {
      await options.submit(sent, attempts.keyFor(sent));
      attempts.settle();
      // A form that was reset goes on with what was typed meanwhile; any other is done.
      if (underWay.current) draft.forget();
      setErrors(noErrors);
    } catch (error) {
      attempts.settle(error);
      const handled = await options.handleError?.(error, sent).catch(() => false);
      const fields = options.explain?.(error);
      if (!handled) fail(fields ? { fields, general: [] } : formErrors(error, names));
    } finally {
      underWay.current = undefined;
      setPending(false);
    }
  };

  return {
    values,
    errors,
    pending,
    changed: names.some((name) => values[name] !== initial[name]),
    restoredAt: draft.restored?.savedAt,
    idOf,
    changes: () => changesFrom(initial),
    typedMeanwhile,
    change,
    reset,
    submit,
    field: (name) => ({
      id: idOf(name),
      name,
      value: values[name],
      error: errors.fields[name],
      onChange: (value) => change({ [name]: value } as unknown as Partial<Values>),
    }),
  };
}

/** Moves the focus once the messages of a failed attempt are on the page. */
function useFocusOnFailure(target: () => string): () => void {
  const [failures, setFailures] = useState(0);
  const latestTarget = useRef(target);
  latestTarget.current = target;
  useEffect(() => {
    if (failures > 0) document.getElementById(latestTarget.current())?.focus();
  }, [failures]);
  return () => setFailures((count) => count + 1);
}
