/** OpenAPI document → the API as printers see it. */
import { discriminate, type Models, mapType, modelsByName } from './discriminate.ts';
import type { ApiDocument, OperationObject, RpcProcedure, Schema } from './document.ts';
import { GeneratorError } from './generator-error.ts';
import type { Api, Model, Paged, Procedure, Tokens, Type } from './ir.ts';
import { readErrors } from './read-errors.ts';
import { readRoute } from './read-route.ts';
import { readType } from './read-type.ts';

/**
 * Reads every procedure, and the models that they use.
 * @throws GeneratorError naming a procedure that no client can serve
 */
export function readApi(document: ApiDocument): Api {
  const { info, components, servers = [], 'x-rpc': rpc, 'x-tokens': tokens } = document;
  const described = Object.entries(rpc.procedures).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = uniqueNames(described.map(([id]) => id));
  const read = described.map(([id, procedure], index) =>
    readProcedure(id, names[index] ?? id, procedure, document),
  );
  const used = read.flatMap(({ input, output }) => [input, output]);
  const models = readModels(used, components.schemas);
  const byName = modelsByName(models);
  return {
    title: info.title,
    version: info.version,
    basePath: servers[0]?.url ?? '',
    models: models.map((model) => ({ ...model, type: discriminate(model.type, byName) })),
    procedures: read.map((procedure) => withDiscriminators(procedure, byName)),
    errors: readErrors(components.schemas),
    ...(tokens && isComplete(tokens) && { tokens }),
  };
}

/** An app can do without none of the three. */
function isComplete({ create, refresh, revoke }: Partial<Tokens>): boolean {
  return [create, refresh, revoke].every((id) => id !== undefined);
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

function readProcedure(id: string, name: string, procedure: RpcProcedure, document: ApiDocument): Procedure {
  const { kind, summary, rest, access, input, output, errors } = procedure;
  const { route, operation } = rest === undefined ? {} : readRoute(id, rest, document);
  const answered = output ? readType(output) : nothing;
  const paged = operation && readPaged(operation, answered, document.components.schemas);
  const { idempotent = false, deprecated = false } = procedure;
  return {
    id,
    name,
    kind,
    summary,
    description: procedure.description ?? '',
    ...(route && { route }),
    access,
    input: input ? readType(input) : nothing,
    inputOptional: procedure.inputOptional ?? false,
    output: answered,
    outputOptional: procedure.outputOptional ?? false,
    stream: procedure.stream ?? 'none',
    errors,
    form: procedure.form ?? false,
    cookies: procedure.cookies ?? false,
    idempotent,
    repeatable: idempotent || kind !== 'mutation',
    deprecated,
    ...(operation?.['x-sunset'] !== undefined && { sunset: operation['x-sunset'] }),
    ...(paged && { paged }),
  };
}

const nothing: Type = { kind: 'scalar', name: 'nothing' };

function readPaged(
  { 'x-pagination': pagination }: OperationObject,
  output: Type,
  schemas: Readonly<Record<string, Schema>>,
): Paged | undefined {
  if (!pagination) return undefined;
  const page = output.kind === 'model' ? readType(schemas[output.name]) : output;
  const list = page.kind === 'object' && page.fields.find(({ name }) => name === pagination.items)?.type;
  return list && list.kind === 'list' ? { ...pagination, item: list.item } : undefined;
}

function withDiscriminators(procedure: Procedure, models: Models): Procedure {
  const { input, output, paged } = procedure;
  return {
    ...procedure,
    input: discriminate(input, models),
    output: discriminate(output, models),
    ...(paged && { paged: { ...paged, item: discriminate(paged.item, models) } }),
  };
}

/** The named schemas that types refer to, directly or through others, sorted by name. */
function readModels(types: readonly Type[], schemas: Readonly<Record<string, Schema>>): Model[] {
  const models = new Map<string, Model>();
  const waiting = types.flatMap(modelNames);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (models.has(name)) continue;
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!schema) throw new GeneratorError(`The document refers to a schema ${name}, which it does not have`);
    const type = readType(schema);
    models.set(name, { name, description: schema.description ?? '', type });
    waiting.push(...modelNames(type));
  }
  return [...models.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function modelNames(type: Type): string[] {
  const names: string[] = [];
  const visit = (part: Type): Type => {
    if (part.kind === 'model') names.push(part.name);
    return mapType(part, visit);
  };
  visit(type);
  return names;
}
