/** Names of models that TypeScript takes: a component's name may be anything. */
import { mapType } from '../discriminate.ts';
import type { Api, Type } from '../ir.ts';
import { nameScope, pascalCase } from '../naming.ts';

/** What the generated files name themselves, and what they use of the language. */
const own: ReadonlySet<string> = new Set([
  ...['Always', 'AppRouter', 'Root', 'RpcError', 'TRPCBuiltRouter', 'TRPCMutationProcedure'],
  ...['TRPCQueryProcedure', 'TRPCSubscriptionProcedure'],
  ...['AsyncIterable', 'Date', 'FormData', 'Map', 'Partial', 'Record', 'Set'],
]);

/** The API with every model under a name of its own: as it is called where that is a type's name, in Pascal case otherwise. */
export function withTypeNames(api: Api): Api {
  const inputs = api.procedures.flatMap(({ name }) => [`${name}Input`, `${name}Output`]);
  const unique = nameScope({ reserved: new Set([...own, ...inputs]), evade: (name) => `${name}Model` });
  const names = new Map(
    api.models.map(({ name }) => [name, unique(/^[A-Z]\w*$/.test(name) ? name : pascalCase(name))]),
  );
  const rename = (type: Type): Type =>
    type.kind === 'model'
      ? { kind: 'model', name: names.get(type.name) ?? type.name }
      : mapType(type, rename);
  return {
    ...api,
    models: api.models.map(({ name, description, type }) => ({
      name: names.get(name) ?? name,
      description,
      type: rename(type),
    })),
    procedures: api.procedures.map((procedure) => ({
      ...procedure,
      input: rename(procedure.input),
      output: rename(procedure.output),
    })),
  };
}
