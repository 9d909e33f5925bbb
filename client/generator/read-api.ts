/** OpenAPI document → the API as printers see it. */
import type { ApiDocument, RpcProcedure, Schema } from './document.ts';
import type { Api, Model, Procedure, Type } from './ir.ts';
import { readType } from './read-type.ts';

/** Reads every procedure, and the models that they use. */
export function readApi(document: ApiDocument): Api {
  const described = Object.entries(document['x-rpc'].procedures).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = uniqueNames(described.map(([id]) => id));
  const procedures = described.map(([id, procedure], index) =>
    readProcedure(id, names[index] ?? id, procedure),
  );
  const used = procedures.flatMap(({ input, output }) => [input, output]);
  return {
    title: document.info.title,
    version: document.info.version,
    models: readModels(used, document.components.schemas),
    procedures,
  };
}

/** The ids in Pascal case, numbered where two would be alike. */
function uniqueNames(ids: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return ids.map((id) => {
    const name = pascalCase(id);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}

/** `posts.bySlug` → `PostsBySlug`. */
function pascalCase(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('') || 'Procedure';
}

function readProcedure(id: string, name: string, procedure: RpcProcedure): Procedure {
  const { kind, summary, rest, access, input, output, errors } = procedure;
  return {
    id,
    name,
    kind,
    summary,
    ...(rest !== undefined && { rest }),
    access,
    input: input ? readType(input) : nothing,
    inputOptional: procedure.inputOptional ?? false,
    output: output ? readType(output) : nothing,
    stream: procedure.stream ?? 'none',
    errors,
    form: procedure.form ?? false,
    cookies: procedure.cookies ?? false,
  };
}

const nothing: Type = { kind: 'scalar', name: 'nothing' };

/** The named schemas that types refer to, directly or through others, sorted by name. */
function readModels(types: readonly Type[], schemas: Readonly<Record<string, Schema>>): Model[] {
  const models = new Map<string, Model>();
  const waiting = types.flatMap(modelNames);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (models.has(name)) continue;
    const schema = schemas[name];
    const type = readType(schema);
    models.set(name, { name, description: schema?.description ?? '', type });
    waiting.push(...modelNames(type));
  }
  return [...models.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function modelNames(type: Type): string[] {
  switch (type.kind) {
    case 'model':
      return [type.name];
    case 'list':
    case 'set':
      return modelNames(type.item);
    case 'map':
    case 'record':
      return [type.key, type.value].flatMap(modelNames);
    case 'tuple':
      return [...type.items, ...(type.rest ? [type.rest] : [])].flatMap(modelNames);
    case 'union':
    case 'intersection':
      return type.parts.flatMap(modelNames);
    case 'object':
      return [...type.fields.map((field) => field.type), ...(type.rest ? [type.rest] : [])].flatMap(
        modelNames,
      );
    default:
      return [];
  }
}
