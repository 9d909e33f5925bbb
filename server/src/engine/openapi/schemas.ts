/** Converts the schemas of all operations and names what they share. */
import type { $ZodType } from 'zod/v4/core';
import type { Operation, Output } from '../operations/operation.ts';
import { type Converted, convert } from './convert.ts';
import { assertComponentName, operationNames } from './names.ts';
import { withRecursion } from './recursion.ts';
import type { Schema, Side } from './schema.ts';

/** The schemas of a document, with references that resolve in it. */
export interface Schemas {
  /** Named schemas, sorted by name. */
  readonly components: Readonly<Record<string, Schema>>;
  /** What an operation takes; undefined when it takes nothing. */
  readonly input: (operation: Operation) => Schema | undefined;
  /** What an operation answers as JSON, at once or as each item of a stream; undefined otherwise. */
  readonly output: (operation: Operation) => Schema | undefined;
  /** The operation's id as part of a component's name. */
  readonly nameOf: (operation: Operation) => string;
}

type Defs = Record<Side, Map<string, Schema>>;

/** Where references to named schemas point. */
export const componentPath = '#/components/schemas/';

/**
 * Converts every input and output once. A named schema that reads differently as input (a default makes a
 * field optional) gets a second component, `<Name>Input`; all others exist once.
 * @throws TypeError when two different schemas have one name
 */
export function collectSchemas(operations: readonly Operation[]): Schemas {
  const operationName = operationNames(operations);
  const nameOf = ({ id }: Operation) => operationName.get(id) ?? id;
  const metadata = withRecursion(operations.flatMap((operation) => roots(operation, nameOf(operation))));
  const defs: Defs = { input: new Map(), output: new Map() };
  const inputs = new Map<string, Schema>();
  const outputs = new Map<string, Schema>();
  for (const operation of operations) {
    const { id, input, output } = operation;
    const keepConverted = (schema: $ZodType, side: Side) =>
      keep(operation, convert(schema, side, metadata), defs[side]);
    if (input) inputs.set(id, keepConverted(input, 'input'));
    const answered = answeredSchema(output);
    if (answered) outputs.set(id, keepConverted(answered, 'output'));
  }
  const names = componentNames(defs);
  return {
    components: Object.fromEntries(components(defs, names).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    input: (operation) => named(inputs.get(operation.id), names.input),
    output: (operation) => named(outputs.get(operation.id), names.output),
    nameOf,
  };
}

function answeredSchema(output: Output): $ZodType | undefined {
  if (output.as === 'stream') return output.item;
  return output.as === 'json' ? output.schema : undefined;
}

function roots({ input, output }: Operation, name: string): [string, $ZodType][] {
  return [input, answeredSchema(output)].flatMap((root): [string, $ZodType][] =>
    root ? [[name, root]] : [],
  );
}

function keep(operation: Operation, { schema, defs }: Converted, known: Map<string, Schema>): Schema {
  for (const [name, definition] of Object.entries(defs)) {
    assertComponentName(operation, name);
    const other = known.get(name);
    if (other && JSON.stringify(other) !== JSON.stringify(definition)) {
      throw new TypeError(`${operation.id}: another schema is called ${name} already`);
    }
    known.set(name, definition);
  }
  return schema;
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
