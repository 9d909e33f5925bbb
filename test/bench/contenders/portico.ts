/** Portico as it ships: its own app with log, limits, headers and context; only the router is the bench's. */
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { createApp } from '../../../server/src/app.ts';
import { loadConfig } from '../../../server/src/config.ts';
import { connect } from '../../../server/src/db/connect.ts';
import { statement } from '../../../server/src/db/statement.ts';
import { createLog } from '../../../server/src/engine/http/log.ts';
import { firstRows } from '../../../server/src/engine/paging/first-rows.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { diskStorage } from '../../../server/src/engine/storage/disk.ts';
import { findItem, type Item, listItems } from '../subject/items.ts';
import { createSchemas } from '../subject/schemas.ts';

const { SmallInput, Small, ListInput, List } = createSchemas(z);

const table = pgTable('items', {
  id: uuid('id').primaryKey(),
  title: text('title').notNull(),
  excerpt: text('excerpt').notNull(),
  isDone: boolean('is_done').notNull(),
  votes: integer('votes').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, precision: 3 }).notNull(),
});

const selectItems = statement<{ limit: number }, Item[]>((db, { limit }) =>
  firstRows(db.select().from(table).orderBy(asc(table.createdAt), asc(table.id)).$dynamic(), limit),
);

/** The one middleware that every contender has. */
const procedure = publicProcedure.use(({ ctx, next }) =>
  next({ ctx: { agent: ctx.request.userAgent.slice(0, 20) } }),
);

const items = router({
  get: procedure
    .meta({ rest: 'GET /items/{id}' })
    .input(SmallInput)
    .output(Small)
    .query(({ input }) => findItem(input.id)),
  list: procedure
    .meta({ rest: 'GET /items' })
    .input(ListInput)
    .output(List)
    .query(({ input }) => listItems(input.limit)),
  listStored: procedure
    .meta({ rest: 'GET /stored-items' })
    .input(ListInput)
    .output(List)
    .query(async ({ ctx, input }) => ({ items: await selectItems(ctx.db, input), nextCursor: null })),
});

export async function start(databaseUrl: string): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const config = loadConfig({
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SESSION_SECRET: 'bench-session-secret-bench-session-secret',
    TOKEN_SECRET: 'bench-token-secret-bench-token-secret',
    RATE_LIMIT: '1000000',
  });
  const database = connect(databaseUrl, { poolSize: config.databasePoolSize });
  const log = createLog('info', 'json');
  const storage = diskStorage(join(dataDir, 'files'));
  const app = await createApp({ config, database, storage, log }, router({ items }));
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.server.address() as AddressInfo).port;
}
