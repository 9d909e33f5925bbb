/** Our connections as pg-boss takes them. */
import { sql as fragment } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { type Db as BossDatabase, fromDrizzle } from 'pg-boss';
import type { Sql } from 'postgres';

type Value = Parameters<Sql['unsafe']>[1] extends (infer Each)[] | undefined ? Each : never;

/** The schema of the database in which jobs are kept. */
export const schema = 'jobs';

/** The pool, and the connection on which it listens. */
export function poolForBoss(sql: Sql): BossDatabase {
  return {
    async executeSql(text, values = []) {
      // Several statements in one text are a transaction, which needs a connection of its own.
      if (values.length === 0 && text.includes(';')) return { rows: await runScript(sql, text) };
      return { rows: flat(await sql.unsafe(text, values.map(toParameter))) };
    },
    async listen(channel, onNotification, onReconnect) {
      const { unlisten } = await sql.listen(channel, onNotification, onReconnect);
      // Nobody waits for it: a database that is silent would hold up the end, and the connection ends with the pool.
      return { close: async () => void unlisten().catch(() => {}) };
    },
  };
}

/** A pool of one connection: what creates or changes the schema. */
export function connectionForBoss(sql: Sql): BossDatabase {
  return {
    async executeSql(text, values = []) {
      return { rows: flat(await sql.unsafe(text, values.map(toParameter))) };
    },
  };
}

/** A transaction, or the pool as services know it. */
export function serviceForBoss(db: PgDatabase<PostgresJsQueryResultHKT>): BossDatabase {
  return fromDrizzle(db, fragment);
}

async function runScript(sql: Sql, text: string): Promise<unknown[]> {
  const connection = await sql.reserve();
  try {
    return flat(await connection.unsafe(text));
  } catch (error) {
    // The script's own transaction may still be open.
    await connection`rollback`.catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
}

/** Several statements answer a list each. */
function flat(answer: readonly unknown[]): unknown[] {
  return answer.every(Array.isArray) ? answer.flat() : [...answer];
}

/** Drizzle has told the driver that dates and documents come as text. */
function toParameter(value: unknown): Value {
  if (value instanceof Date) return value.toISOString();
  const isDocument = typeof value === 'object' && value !== null && !Array.isArray(value);
  return (isDocument ? JSON.stringify(value) : value) as Value;
}
