/** `x-rpc`: how every operation looks through RPC, for the generated clients. */
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import type { Operation } from '../operations/operation.ts';
import type { RpcExtension, RpcProcedure } from './openapi.ts';
import type { Schema } from './schema.ts';
import type { Schemas } from './schemas.ts';

/** Describes the RPC door. */
export function rpcExtension(operations: readonly Operation[], schemas: Schemas): RpcExtension {
  return {
    form: 1,
    path: '/rpc',
    transformer: 'superjson',
    procedures: Object.fromEntries(
      operations.map((operation) => [operation.id, procedure(operation, schemas)]),
    ),
  };
}

function procedure(operation: Operation, schemas: Schemas): RpcProcedure {
  const { kind, rest, docs, access, body, policy, output: answered } = operation;
  const input = schemas.input(operation);
  const output = rpcOutput(operation, schemas);
  return {
    kind,
    summary: docs.summary,
    ...(docs.description && { description: docs.description }),
    ...(rest && { rest: `${rest.method} ${rest.path}` }),
    access: access.role,
    ...(input && { input }),
    ...(operation.input && isOptional(operation.input) && { inputOptional: true }),
    ...(output && { output }),
    ...(mayAnswerNothing(operation) && { outputOptional: true }),
    ...(answered.as === 'stream' && { stream: answered.resumable ? 'resumable' : 'plain' }),
    errors: operation.errors,
    ...(body === 'form' && { form: true }),
    ...(policy.setsCookies && { cookies: true }),
    ...(policy.idempotent && { idempotent: true }),
    ...((docs.ageing.deprecated ?? docs.ageing.sunset) && { deprecated: true }),
  };
}

/** Whether the input may be left out; what is preprocessed or caught is asked for all the same. */
function isOptional(schema: $ZodType): boolean {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === 'pipe' && def.in._zod.def.type === 'transform') return isOptional(def.out);
  return def.type === 'catch' ? isOptional(def.innerType) : schema._zod.optin === 'optional';
}

/** Whether a value is answered or none; what never answers one says so by its schema. */
function mayAnswerNothing({ output }: Operation): boolean {
  if (output.as !== 'json') return false;
  const { def, optout } = (output.schema as $ZodTypes)._zod;
  return optout === 'optional' && def.type !== 'void' && def.type !== 'undefined';
}

/** Files, pages and redirects are REST's alone: through RPC their address is answered. */
function rpcOutput(operation: Operation, schemas: Schemas): Schema | undefined {
  if (operation.output.as === 'none') return undefinedOutput(operation.output.schema);
  const description = addresses[operation.output.as];
  return description === undefined ? schemas.output(operation) : { type: 'string', description };
}

/** To TypeScript, undefined says more than nothing does. */
function undefinedOutput(schema: $ZodType): Schema | undefined {
  return (schema as $ZodTypes)._zod.def.type === 'undefined' ? { 'x-type': 'undefined' } : undefined;
}

const addresses: Partial<Record<Operation['output']['as'], string>> = {
  file: 'Path under which the file is served',
  text: 'Path under which the text is served',
  html: 'Path under which the page is served',
  redirect: 'Where to go',
};
