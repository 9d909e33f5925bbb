/** Procedures that REST serves → operations, declaring their inputs and outputs. */
import { GeneratorError } from '../generator-error.ts';
import type { Procedure, Route } from '../ir.ts';
import { nameScope, pascalCase } from '../naming.ts';
import { type Declaring, declareObject, nullableRef } from './declare.ts';
import { inlineRef } from './inline.ts';
import { asObject } from './merge.ts';
import type { InputField, Operation, OperationInput, OperationPages, Ref } from './nominal-api.ts';
import { partName } from './type-name.ts';

type Routed = Procedure & { readonly route: Route };

/** @throws GeneratorError naming an operation whose input is no object */
export function readOperations(procedures: readonly Procedure[], declaring: Declaring): Operation[] {
  const typeName = nameScope();
  return procedures
    .filter((procedure): procedure is Routed => procedure.route !== undefined)
    .map((procedure) => readOperation(procedure, typeName(pascalCase(procedure.id)), declaring));
}

function readOperation(procedure: Routed, typeName: string, declaring: Declaring): Operation {
  const { id, summary, description, route, stream, sunset, access, errors, cookies } = procedure;
  const { idempotent, repeatable, deprecated } = procedure;
  const segments = id.split('.');
  const input = readInput(procedure, typeName, declaring);
  const output = readOutput(procedure, typeName, declaring);
  const paged = output && readPages(procedure, output, declaring);
  return {
    id,
    group: segments.slice(0, -1),
    name: segments.at(-1) ?? id,
    typeName,
    summary,
    description,
    access,
    route,
    input,
    answer: route.answer,
    output,
    ...(paged && { paged }),
    stream,
    errors,
    idempotent,
    repeatable,
    deprecated,
    ...(sunset !== undefined && { sunset }),
    cookies,
  };
}

function readOutput(
  { id, route, output, stream }: Routed,
  typeName: string,
  declaring: Declaring,
): Ref | null {
  if (route.answer !== 'json' && route.answer !== 'stream') return null;
  const name = partName(typeName, stream === 'none' ? 'Output' : 'Item');
  const description = stream === 'none' ? `What \`${id}\` answers` : `An item that \`${id}\` answers`;
  return inlineRef(nullableRef(output, name, declaring, description), declaring.aliases);
}

/** The item's type is what the declared output says of its list. */
function readPages({ paged }: Routed, output: Ref, { declared }: Declaring): OperationPages | undefined {
  const page = output.kind === 'named' ? declared.get(output.name) : undefined;
  const list = page?.kind === 'object' && page.fields.find(({ name }) => name === paged?.items)?.type;
  if (!paged || !list || list.kind !== 'list') return undefined;
  return { cursor: paged.cursor, items: paged.items, next: paged.next, item: list.item };
}

function readInput(procedure: Routed, typeName: string, declaring: Declaring): OperationInput | null {
  const { id, input, inputOptional, route } = procedure;
  if (input.kind === 'scalar' && input.name === 'nothing') return null;
  const object = asObject(input, declaring.models);
  if (!object) throw new GeneratorError(`${id}: its input is no object, so no route can carry it`);
  const model = input.kind === 'model' ? declaring.modelNames.get(input.name) : undefined;
  const heading = { name: partName(typeName, 'Input'), description: `What \`${id}\` takes`, inputOf: id };
  const name = model ?? declareObject(object, heading, declaring).name;
  const declaration = declaring.declared.get(name);
  const fields = declaration?.kind === 'object' ? declaration.fields : [];
  const place = (field: string): InputField['in'] =>
    route.params.includes(field) ? 'path' : route.body === 'none' ? 'query' : 'body';
  return {
    name,
    optional: inputOptional || fields.every(({ required }) => !required),
    fields: fields.map((field) => ({
      ...field,
      type: inlineRef(field.type, declaring.aliases),
      in: place(field.name),
    })),
  };
}
