/** A check of one field's text, beside the other values; answers what is wrong, in a sentence. */
export type Rule<Values = unknown> = (text: string, values: Values) => string | undefined;

/** The checks of a form's fields, in the order in which they are made. */
export type Rules<Values> = { readonly [Name in keyof Values & string]?: readonly Rule<Values>[] };

export function required(message: string): Rule {
  return (text) => (text.trim() === '' ? message : undefined);
}

export function atLeast(length: number, message: string): Rule {
  return (text) => (text.trim().length < length ? message : undefined);
}

export function atMost(length: number, message: string): Rule {
  return (text) => (text.trim().length > length ? message : undefined);
}

export function matches(pattern: RegExp, message: string): Rule {
  return (text) => (pattern.test(text.trim()) ? undefined : message);
}

/** The first thing wrong with each field; a field that is right is absent. */
export function checkFields<Values extends object>(
  values: Values,
  rules: Rules<Values>,
): Partial<Record<keyof Values & string, string>> {
  const errors: Partial<Record<keyof Values & string, string>> = {};
  for (const name of Object.keys(rules) as (keyof Values & string)[]) {
    const message = firstMessage(String(values[name]), values, rules[name] ?? []);
    if (message) errors[name] = message;
  }
  return errors;
}

function firstMessage<Values>(
  text: string,
  values: Values,
  rules: readonly Rule<Values>[],
): string | undefined {
  for (const rule of rules) {
    const message = rule(text, values);
    if (message) return message;
  }
  return undefined;
}
