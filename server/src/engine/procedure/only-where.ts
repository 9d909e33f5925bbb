/** Lets a middleware say for which procedures it has anything to do; our own runner leaves it out elsewhere. */
import type { $ZodType } from 'zod/v4/core';
import type { Meta } from './meta.ts';

/** What is known of a procedure before any call. */
export interface ProcedureFacts {
  readonly type?: string;
  readonly meta?: Meta;
  readonly output?: $ZodType;
}

type Condition = (procedure: ProcedureFacts) => boolean;

const conditions = new WeakMap<object, Condition>();

/** @param condition false only where the middleware would pass every call on as it came */
export function onlyWhere<Middleware extends object>(
  condition: Condition,
  middleware: Middleware,
): Middleware {
  conditions.set(middleware, condition);
  return middleware;
}

/** @param definition the procedure's own */
export function isNeeded(middleware: object, definition: object): boolean {
  return conditions.get(middleware)?.(definition as ProcedureFacts) ?? true;
}
