/** Turns the flat fields of a query or a form into nested values, still text. */
import { assertSafeName, DecodeError } from './decode-error.ts';
import { parseFieldName } from './field-name.ts';

/** What a form carries under one name. */
export type FieldValue = string | File;

/** Most fields of one query or form. */
export const maxFields = 1000;

/** Most levels that a name may reach down: `a[b][c]` has three. */
export const maxNameDepth = 8;

/** Most fields that are worth a look whether they are flat. */
const maxFlatFields = 20;

interface Branch {
  readonly values: FieldValue[];
  readonly keys: Map<string, Branch>;
  /** Named with `[]`: a list, even of one value. */
  list: boolean;
}

/**
 * Nests fields by their names: a repeated name or `tag[]` makes an array, `filter[kind]` an object.
 * @throws DecodeError for more than {@link maxFields}, deeper than {@link maxNameDepth}, or a harmful name
 */
export function nestFields(fields: Iterable<readonly [string, FieldValue]>): Record<string, unknown> {
  const list = Array.isArray(fields) ? (fields as (readonly [string, FieldValue])[]) : [...fields];
  return flat(list) ?? nested(list);
}

/** What most requests send, a few names without brackets, each once; undefined for everything else. */
function flat(fields: readonly (readonly [string, FieldValue])[]): Record<string, unknown> | undefined {
  if (fields.length > maxFlatFields) return undefined;
  const object: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    assertSafeName(name, []);
    if (name.includes('[') || Object.hasOwn(object, name)) return undefined;
    object[name] = value;
  }
  return object;
}

function nested(fields: readonly (readonly [string, FieldValue])[]): Record<string, unknown> {
  const root = createBranch();
  let count = 0;
  for (const [name, value] of fields) {
    count += 1;
    if (count > maxFields) throw new DecodeError('too_many_fields', `More than ${maxFields} fields`);
    place(root, parseFieldName(name), value);
  }
  return toObject(root);
}

function createBranch(): Branch {
  return { values: [], keys: new Map(), list: false };
}

function place(root: Branch, path: readonly string[], value: FieldValue): void {
  if (path.length > maxNameDepth) {
    throw new DecodeError('too_deep', `A field's name is nested deeper than ${maxNameDepth} levels`);
  }
  let branch = root;
  for (const [level, key] of path.entries()) {
    assertSafeName(key, path.slice(0, level));
    if (level > 0 && key === '') {
      branch.list = true;
      if (level === path.length - 1) break;
    }
    branch = descend(branch, key === '' && level > 0 ? String(branch.keys.size) : key);
  }
  branch.values.push(value);
}

function descend(branch: Branch, key: string): Branch {
  const next = branch.keys.get(key) ?? createBranch();
  branch.keys.set(key, next);
  return next;
}

function toObject({ keys }: Branch): Record<string, unknown> {
  return Object.fromEntries(Array.from(keys, ([key, branch]) => [key, toValue(branch)]));
}

/** A name with both values and keys becomes a list of all: no schema takes that for an object by mistake. */
function toValue(branch: Branch): unknown {
  const { values, keys, list } = branch;
  if (values.length === 0) return toObject(branch);
  if (keys.size > 0) return [...values, toObject(branch)];
  return values.length === 1 && !list ? values[0] : values;
}
