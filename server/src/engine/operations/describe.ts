/** Describes a router once, at start: every procedure becomes an `Operation`. */
import { isForm } from '@portico/shared/form';
import { streamParts } from '@portico/shared/stream';
import type { AnyTRPCRouter } from '@trpc/server';
import { z } from 'zod';
import type { $ZodType } from 'zod/v4/core';
import { ageingOf } from '../procedure/ageing.ts';
import type { Access, Meta } from '../procedure/meta.ts';
import { defaultTimeoutMs } from '../procedure/policy.ts';
import { checkOperation, checkRoutes } from './check.ts';
import { possibleErrors } from './errors.ts';
import type { Docs, Operation, Output, Policy } from './operation.ts';
import { restOnlyOutputs } from './outputs.ts';
import { type ProcedureParts, readProcedures } from './read-procedure.ts';
import { restRoute } from './route.ts';
import { asObject, holdsFile, isNothing, isStrict, mergeObjects } from './schema.ts';

/** Largest body of an operation that declares nothing, in bytes. */
export const defaultMaxBytes = 1024 * 1024;

/**
 * Describes every procedure of a router; lazy routers are loaded.
 * @throws TypeError with a sentence that names the procedure which cannot be described
 */
export async function describe(router: AnyTRPCRouter): Promise<readonly Operation[]> {
  const procedures = await readProcedures(router);
  const operations = procedures.map((parts) => {
    const operation = describeProcedure(parts);
    checkOperation(operation);
    return operation;
  });
  checkRoutes(operations);
  return operations;
}

function describeProcedure(parts: ProcedureParts): Operation {
  const { id, kind, meta, invoke } = parts;
  if (meta.created && !meta.rest)
    throw new TypeError(`${id}: meta.created is answered by REST, so it needs meta.rest`);
  const input = mergeInputs(id, parts.inputs);
  const output = describeOutput(parts);
  const rest = restRoute(id, meta, output);
  const access = describeAccess(meta);
  const body = bodyKind(rest?.method, kind, input);
  return {
    id,
    kind,
    ...(rest && { rest }),
    ...(input && { input }),
    body,
    output,
    access,
    errors: possibleErrors(meta, access, input !== undefined, { kind, body, output }),
    policy: describePolicy(meta),
    docs: describeDocs(id, meta),
    ...(meta.tokens && { tokens: meta.tokens }),
    run: ({ input: getRawInput, signal }, ctx) =>
      invoke({ ctx, getRawInput, path: id, type: kind, signal, batchIndex: 0 }),
  };
}

/** What needs a caller and names no scope needs a token for everything. */
function describeAccess(meta: Meta): Access {
  const access = { role: 'anyone', ...meta.access } as const;
  return { ...access, scopes: meta.scopes ?? (access.role === 'anyone' ? [] : ['all']) };
}

function mergeInputs(id: string, inputs: readonly $ZodType[]): $ZodType | undefined {
  const [first, ...others] = inputs;
  if (!first || others.length === 0) return first && isNothing(first) ? undefined : first;
  return mergeObjects(
    inputs.map((input) => {
      const object = asObject(input);
      if (!object) throw new TypeError(`${id}: chained inputs must all be objects`);
      if (isForm(input)) throw new TypeError(`${id}: a form is read as a whole, so it cannot be chained`);
      if (isStrict(object)) {
        throw new TypeError(`${id}: a chained input sees the whole input, so it cannot be strict`);
      }
      return object;
    }),
  );
}

function describeOutput({ id, kind, output, meta }: ProcedureParts): Output {
  const parts = output && streamParts(output);
  if (parts) return { as: 'stream', ...parts };
  if (kind === 'subscription') {
    if (meta.rest) throw new TypeError(`${id}: a subscription in REST declares its output as stream(Item)`);
    return { as: 'stream', item: z.unknown(), resumable: false };
  }
  if (!output) {
    if (meta.rest) throw new TypeError(`${id}: a REST operation declares its output; z.void() for none`);
    return { as: 'json', schema: z.unknown() };
  }
  const only = restOnlyOutputs.get(output);
  if (only) return { as: only };
  return isNothing(output) ? { as: 'none', schema: output } : { as: 'json', schema: output };
}

function bodyKind(method: string | undefined, kind: Operation['kind'], input?: $ZodType): Operation['body'] {
  const inQuery = method ? method === 'GET' || method === 'DELETE' : kind !== 'mutation';
  if (!input || inQuery) return 'none';
  return isForm(input) || holdsFile(input) ? 'form' : 'json';
}

function describePolicy(meta: Meta): Policy {
  return {
    maxBytes: meta.maxBytes ?? defaultMaxBytes,
    timeoutMs: meta.timeoutMs ?? defaultTimeoutMs,
    setsCookies: meta.setsCookies ?? false,
    idempotent: meta.idempotent ?? false,
    ...(meta.limit && { limit: meta.limit }),
  };
}

function describeDocs(id: string, meta: Meta): Docs {
  return {
    summary: meta.summary ?? id,
    ...(meta.description && { description: meta.description }),
    tags: meta.tags ?? [id.split('.', 1)[0] ?? id],
    ageing: describeAgeing(id, meta),
  };
}

function describeAgeing(id: string, meta: Meta): Docs['ageing'] {
  try {
    return ageingOf(meta);
  } catch (error) {
    throw error instanceof RangeError ? new TypeError(`${id}: ${error.message}`) : error;
  }
}
