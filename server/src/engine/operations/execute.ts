/** Runs one call and turns whatever it throws into a problem; logs bugs; never throws. */
import { classify } from '../errors/classify.ts';
import { toProblem } from '../errors/problem.ts';
import type { Result, Visit } from '../http/door.ts';
import type { Call } from './operation.ts';

/** The only place where a REST call's failure becomes a problem. */
export async function execute(call: Call, visit: Visit): Promise<Result> {
  try {
    const ctx = await visit.context();
    return { ok: true, value: await call.operation.run(call, ctx) };
  } catch (error) {
    return failed(error, visit, call.operation.id);
  }
}

/** Explains a failure to the client, and a bug to the log. */
export function failed(error: unknown, visit: Visit, operation?: string): Result & { ok: false } {
  const classified = classify(error);
  if (classified.bug) visit.log.error({ err: error, operation }, 'a call broke');
  return { ok: false, problem: toProblem(classified, visit.request), headers: classified.headers };
}
