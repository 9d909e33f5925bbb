/** Converts the schemas of all operations and names what they share. */
import type { Operation } from '../operations/operation.ts';
import { type Converted, convert, type Side } from './convert.ts';
import type { Schema } from './schema.ts';

/** The schemas of a document, with references that resolve in it. */
export interface Schemas {
  /** Named schemas, sorted by name. */
  readonly components: Readonly<Record<string, Schema>>;
  /** What an operation takes; undefined when it takes nothing. */
  readonly input: (operation: Operation) => Schema | undefined;
  /** What an operation answers as JSON; undefined otherwise. */
  readonly output: (operation: Operation) => Schema | undefined;
}

type Defs = Record<Side, Map<string, Schema>>;

/** Where references to named schemas point. */
export const componentPath = '#/components/schemas/';

/**
 * Converts every input and output once. A named schema that reads differently as input (a default makes a
 * field optional) gets a second component, `<Name>Input`; all others exist once.
 */
export function collectSchemas(operations: readonly Operation[]): Schemas {
  const defs: Defs = { input: new Map(), output: new Map() };
  const inputs = new Map<string, Schema>();
  const outputs = new Map<string, Schema>();
  for (const { id, input, output } of operations) {
    if (input) inputs.set(id, keep(convert(input, 'input'), defs.input));
    if (output.as === 'json') outputs.set(id, keep(convert(output.schema, 'output'), defs.output));
  }
  const names = componentNames(defs);
  return {
    components: Object.fromEntries(components(defs, names).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    input: (operation) => named(inputs.get(operation.id), names.input),
    output: (operation) => named(outputs.get(operation.id), names.output),
  };
}

function keep(converted: Converted, defs: Map<string, Schema>): Schema {
  for (const [id, schema] of Object.entries(converted.defs)) defs.set(id, schema);
  return converted.schema;
}

function components(defs: Defs, names: Record<Side, (id: string) => string>): [string, Schema][] {
  const sides = ['output', 'input'] as const;
  return sides.flatMap((side) =>
    [...defs[side]].map(([id, schema]): [string, Schema] => [
      names[side](id),
      pointTo(schema, (ref) => names[side](ref)),
    ]),
  );
}

function componentNames(defs: Defs): Record<Side, (id: string) => string> {
  const differing = differingIds(defs);
  return { input: (id) => (differing.has(id) ? `${id}Input` : id), output: (id) => id };
}

/** The ids whose input and output read differently, themselves or through what they refer to. */
function differingIds({ input, output }: Defs): ReadonlySet<string> {
  const both = [...input.keys()].filter((id) => output.has(id));
  const differing = new Set(
    both.filter((id) => JSON.stringify(input.get(id)) !== JSON.stringify(output.get(id))),
  );
  for (let size = -1; size !== differing.size; ) {
    size = differing.size;
    for (const id of both) {
      if (referencesOf(input.get(id)).some((ref) => differing.has(ref))) differing.add(id);
    }
  }
  return differing;
}

function referencesOf(schema: unknown): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, id = '']) => id);
}

function named(schema: Schema | undefined, name: (id: string) => string): Schema | undefined {
  return schema && pointTo(schema, name);
}

/** A copy whose references to definitions point to the named components. */
function pointTo(schema: Schema, name: (id: string) => string): Schema {
  const text = JSON.stringify(schema).replaceAll(
    /"#\/\$defs\/([^"]+)"/g,
    (_, id: string) => `"${componentPath}${name(id)}"`,
  );
  return JSON.parse(text);
}
