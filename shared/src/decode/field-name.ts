/** Reads names of query and form fields that reach into nested values. */

const form = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;

/**
 * Splits `filter[kind]` into `['filter', 'kind']` and `tag[]` into `['tag', '']`; a name with brackets that
 * do not pair up is one plain name.
 */
export function parseFieldName(name: string): readonly string[] {
  const [, first, keys] = form.exec(name) ?? [];
  if (first === undefined || !keys) return [name];
  return [first, ...keys.slice(1, -1).split('][')];
}
