/** Mail as procedures see it: written by a feature, sent a moment later, by a job. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { z } from 'zod';

/** One mail to one person. */
export const Mail = z.object({
  /** One address, without a name: what mail programs read into an address must not become a second one. */
  to: z.email(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** From then on it is not sent any more: what it says does not hold. */
  until: z.coerce.date().optional(),
});
export type Mail = z.infer<typeof Mail>;

/** Sends mail. */
export interface Mailer {
  /** On a transaction the mail is sent when it commits, and not when it does not. No mail server delays the call. */
  send(db: PgDatabase<PostgresJsQueryResultHKT>, mail: Mail): Promise<void>;
}

/** A mail on its way. */
export interface OutgoingMail extends Mail {
  /** The same each time it is tried, so that whoever receives it twice can tell. */
  readonly id: string;
}

/** Where mail leaves the server. */
export interface Transport {
  /** @throws Hopeless when the mail will never be taken; anything else is tried again */
  deliver(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
}
