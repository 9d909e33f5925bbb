/** The one file that reads tRPC's untyped insides: `_def` of routers and procedures. */
import type { AnyTRPCRouter } from '@trpc/server';
import { $ZodType } from 'zod/v4/core';
import type { Meta } from '../procedure/meta.ts';
import { chainOf, type Invoke } from './run-chain.ts';

/** What a procedure says of itself. */
export interface ProcedureParts {
  readonly id: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly meta: Meta;
  readonly inputs: readonly $ZodType[];
  readonly output: $ZodType | undefined;
  readonly invoke: Invoke;
}

/** Loads lazy routers, then lists every procedure under its full path, sorted by it. */
export async function readProcedures(router: AnyTRPCRouter): Promise<ProcedureParts[]> {
  await loadLazy(router);
  const procedures = Object.entries(router._def.procedures);
  return procedures.map(([id, procedure]) => readProcedure(id, procedure)).toSorted(byId);
}

function byId(a: ProcedureParts, b: ProcedureParts): number {
  return a.id < b.id ? -1 : 1;
}

/** A loaded router may hold further lazy ones: tRPC adds them to the same map. */
async function loadLazy(router: AnyTRPCRouter): Promise<void> {
  for (;;) {
    const loaders = Object.values(router._def.lazy as Record<string, { load: () => Promise<void> }>);
    if (loaders.length === 0) return;
    for (const loader of loaders) await loader.load();
  }
}

function readProcedure(id: string, procedure: unknown): ProcedureParts {
  const def: unknown = typeof procedure === 'function' && '_def' in procedure ? procedure._def : undefined;
  if (!isDefinition(def)) {
    throw new TypeError(`${id}: this version of @trpc/server keeps its procedures in another form`);
  }
  return {
    id,
    kind: def.type,
    meta: def.meta ?? {},
    inputs: def.inputs.map((input) => asZod(id, input)),
    output: def.output === undefined ? undefined : asZod(id, def.output),
    invoke: chainOf(procedure as Invoke),
  };
}

interface Definition {
  readonly type: ProcedureParts['kind'];
  readonly meta?: Meta;
  readonly inputs: readonly unknown[];
  readonly output?: unknown;
}

function isDefinition(def: unknown): def is Definition {
  return (
    typeof def === 'object' && def !== null && 'type' in def && 'inputs' in def && Array.isArray(def.inputs)
  );
}

function asZod(id: string, parser: unknown): $ZodType {
  if (parser instanceof $ZodType) return parser;
  throw new TypeError(`${id}: inputs and outputs are described by Zod 4 schemas only`);
}
