/** Brings the tables of jobs up to date. */
import { PgBoss } from 'pg-boss';
import type { Sql } from 'postgres';
import { connectionForBoss, schema } from './boss-database.ts';

/**
 * Creates what is missing and changes what an older version made. Of several processes one may do it at a time.
 * @param sql one connection, outside a transaction
 */
export async function installJobs(sql: Sql): Promise<void> {
  const boss = new PgBoss({
    db: connectionForBoss(sql),
    schema,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  const failures: Error[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  await boss.stop({ graceful: false });
  if (failures.length > 0) throw new AggregateError(failures, 'The tables of jobs are not up to date');
}
