/** What a procedure knows about its call, whatever door it came through. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { BaseLogger } from 'pino';
import type { Attempts } from '../attempts/attempts.ts';
import type { AuditLog } from '../audit/audit.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Auth } from '../auth/auth.ts';
import type { Caller } from '../auth/caller.ts';
import type { Devices } from '../auth/devices.ts';
import type { Factors } from '../auth/factors.ts';
import type { Provider } from '../auth/identity-provider.ts';
import type { Vault } from '../auth/vault.ts';
import type { Events } from '../events/events.ts';
import type { RequestInfo, ResponseHead } from '../http/exchange.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Mailer } from '../mail/mail.ts';
import type { Storage } from '../storage/storage.ts';
import type { Streams } from '../streams/streams.ts';

/** The context of every procedure. */
export interface Context {
  /** The pool, or the transaction that the call runs in. */
  readonly db: PgDatabase<PostgresJsQueryResultHKT>;
  /** Runs work in a transaction of its own; once more where it loses against another one. */
  readonly transaction: <Result>(work: (tx: Context['db']) => Promise<Result>) => Promise<Result>;
  readonly storage: Storage;
  readonly auth: Auth;
  /** Signs what apps prove their caller by. */
  readonly accessTokens: AccessTokens;
  readonly audit: AuditLog;
  readonly factors: Factors;
  readonly devices: Devices;
  readonly vault: Vault;
  /** The services that one may sign in with. */
  readonly providers: readonly Provider[];
  readonly attempts: Attempts;
  readonly rules: Rules;
  readonly jobs: Jobs;
  readonly mail: Mailer;
  readonly user: Caller | null;
  readonly limits: Limits;
  readonly streams: Streams;
  readonly events: Events;
  readonly request: RequestInfo;
  readonly response: ResponseHead;
  readonly log: Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
}

/** The context of a call whose caller is known. */
export type SignedInContext = Context & { readonly user: Caller };

/** What the operator has decided, as far as procedures ask for it. */
export interface Rules {
  /** Nobody signs in before their e-mail address is verified. */
  readonly requireVerifiedEmail: boolean;
}

/** What a caller has of a limit after a call. */
export interface Allowance {
  /** False when there was nothing left to take. */
  readonly granted: boolean;
  /** Calls left. */
  readonly remaining: number;
  /** Seconds until all calls are there again; 1 or more. */
  readonly resetAfter: number;
}

/** Counts calls against a limit; declared here, where it is consumed. */
export interface Limits {
  /** Calls a caller may make in a minute, over all operations. */
  readonly general: { readonly calls: number; readonly seconds: number };
  /** Takes one call from what `key` has of a limit; a key belongs to one limit. */
  take(key: string, limit: { readonly calls: number; readonly seconds: number }): Allowance;
}
