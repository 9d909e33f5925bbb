/** Words and unique names: what the names of every language are made of. */

/** Letters and digits of any script make words; capitals begin a new one: `posts.bySlug` → posts, by, Slug. */
export function words(text: string): string[] {
  return text
    .replaceAll(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}

/** `posts.bySlug` → `PostsBySlug`; capitals inside a word stay. */
export function pascalCase(text: string): string {
  return words(text).map(capitalized).join('');
}

/** `by-slug` → `bySlug`. */
export function camelCase(text: string): string {
  const [first = '', ...others] = words(text);
  return [first.toLowerCase(), ...others.map(capitalized)].join('');
}

/** `bySlug` → `by_slug`. */
export function snakeCase(text: string): string {
  return words(text).join('_').toLowerCase();
}

function capitalized(word: string): string {
  const [first = '', ...others] = word;
  return first.toUpperCase() + others.join('');
}

/** How a scope's names come about. */
export interface NameRules {
  /** Names that the language or its runtime keeps for itself. */
  readonly reserved?: ReadonlySet<string>;
  /** Makes of a reserved name one that is not; by default an underscore follows it. */
  readonly evade?: (name: string) => string;
}

/**
 * Gives names of one scope: each once, numbered where two would be alike, never empty, reserved, or beginning with a
 * digit. The same calls in the same order give the same names.
 * @example const field = nameScope({ reserved: keywords }); field(snakeCase('class')) // class_
 */
export function nameScope({ reserved = new Set(), evade = underscored }: NameRules = {}) {
  const taken = new Set<string>();
  return (wanted: string): string => {
    const started = wanted === '' ? 'value' : /^\p{N}/u.test(wanted) ? `n${wanted}` : wanted;
    const allowed = reserved.has(started) ? evade(started) : started;
    let name = allowed;
    for (let count = 2; taken.has(name) || reserved.has(name); count += 1) name = `${allowed}${count}`;
    taken.add(name);
    return name;
  };
}

function underscored(name: string): string {
  return `${name}_`;
}
