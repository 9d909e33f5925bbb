/** Work that happens after the call that asks for it: what procedures see of it, and how a feature describes its own. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { z } from 'zod';

/** A kind of work. Runs that fail are tried again, later each time; a run that a crash cut off is, too. */
export interface JobKind<Payload> {
  /** Letters, digits, `.`, `-` and `_`; its jobs are kept under it. */
  readonly name: string;
  /** What a job carries. It is kept in the database as it is: no usable secret may be in it. */
  readonly payload: z.ZodType<Payload>;
  /** How often a job is tried again. */
  readonly retries: number;
  /** The first pause before a job is tried again; each is about twice as long as the one before. */
  readonly retrySeconds: number;
  /** The longest pause. */
  readonly longestRetrySeconds: number;
  /** The longest run; what takes longer has failed. */
  readonly timeoutSeconds: number;
}

/** What a handler knows of one run. */
export interface JobRun {
  /** The job's; the same each time it is tried. */
  readonly id: string;
  /** Aborts when the run takes too long, or when the process ends. */
  readonly signal: AbortSignal;
}

/** Takes work to be done later, by any process. */
export interface Jobs {
  /** On a transaction the job is there when it commits, and never was when it does not. */
  enqueue<Payload>(
    db: PgDatabase<PostgresJsQueryResultHKT>,
    kind: JobKind<Payload>,
    payload: Payload,
  ): Promise<void>;
}

/** Describes a kind of work, with what most of them want where nothing is said. */
export function jobKind<Payload>(
  kind: Pick<JobKind<Payload>, 'name' | 'payload'> & Partial<JobKind<Payload>>,
): JobKind<Payload> {
  return { retries: 8, retrySeconds: 5, longestRetrySeconds: 15 * 60, timeoutSeconds: 60, ...kind };
}

/** What a handler throws when trying again cannot help. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}
