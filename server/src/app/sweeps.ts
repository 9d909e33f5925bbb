/** What has expired is removed every hour. */
import type { FastifyInstance } from 'fastify';
import type { OpenDatabase } from '../db/open.ts';
import type { AuditLog } from '../engine/audit/audit.ts';
import { sweepEvents } from '../engine/events/read-events.ts';
import { sweepAnswers } from '../engine/idempotency/answers.ts';
import type { Storage } from '../engine/storage/storage.ts';
import { sweepLinks } from '../features/accounts/mailed-links.service.ts';
import { sweepAttempts } from '../features/connections/attempts.ts';
import { sweepTickets } from '../features/connections/tickets.ts';
import { deleteLeavers } from '../features/privacy/privacy.service.ts';
import { sweepFamilies } from '../features/tokens/tokens.service.ts';

/** Removes something that has expired. */
type Sweep = () => Promise<void>;

interface SweepOptions {
  readonly database: Pick<OpenDatabase, 'db' | 'sql'>;
  readonly storage: Storage;
  readonly audit: AuditLog;
  /** Sweeps of what the server was put together from. */
  readonly others: readonly Sweep[];
}

/** Sweeps every hour until the server closes. */
export function sweepHourly(
  server: FastifyInstance,
  { database, storage, audit, others }: SweepOptions,
): Sweep {
  const { db, sql } = database;
  return sweepExpired(server, [
    ...others,
    () => sweepAnswers(db),
    () => sweepLinks(db),
    () => sweepEvents(sql),
    () => sweepFamilies(db),
    () => sweepAttempts(db),
    () => sweepTickets(db),
    () => deleteLeavers(db, storage, audit),
  ]);
}

/** Milliseconds between sweeps. */
const sweepInterval = 60 * 60 * 1000;

/** @returns what sweeps once, whatever of it fails */
function sweepExpired(
  server: FastifyInstance,
  sweeps: readonly (() => Promise<void>)[],
): () => Promise<void> {
  const sweepAll = async (): Promise<void> => {
    for (const sweep of sweeps) {
      await sweep().catch((error: unknown) => {
        server.log.warn({ err: error }, 'what has expired stays for now');
      });
    }
  };
  const timer = setInterval(() => void sweepAll(), sweepInterval);
  timer.unref();
  server.addHook('onClose', async () => clearInterval(timer));
  return sweepAll;
}
