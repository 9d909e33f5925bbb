/** Names of components: what generators make types of. */
import type { Operation } from '../operations/operation.ts';

/** Component names as OpenAPI allows them. @see https://spec.openapis.org/oas/v3.1.1#components-object */
const componentName = /^[\w.-]+$/;

/** @throws TypeError when a schema's own id cannot be a component's name */
export function assertComponentName({ id }: Operation, name: string): void {
  if (componentName.test(name)) return;
  throw new TypeError(`${id}: a schema is called "${name}"; letters, digits, ".", "_" and "-" make a name`);
}

/** The operations' ids in Pascal case, no two alike: `posts.create` is `PostsCreate`. */
export function operationNames(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of operations) {
    const name = unused(toPascalCase(id), taken);
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function toPascalCase(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return words.join('') || 'Operation';
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${name}${count}`;
  return candidate;
}
