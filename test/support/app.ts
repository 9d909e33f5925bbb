/** One fixture for tests of the whole server: a database of its own, the app, clients and signed-in users. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyTRPCRouter } from '@trpc/server';
import { pino } from 'pino';
import { createClient } from '../../client/src/index.ts';
import { ensureAdmin } from '../../server/src/administrator.ts';
import { type App, createApp } from '../../server/src/app.ts';
import { type Config, loadConfig } from '../../server/src/config.ts';
import { connect, type Db } from '../../server/src/db/connect.ts';
import { diskStorage } from '../../server/src/engine/storage/disk.ts';
import type { Storage } from '../../server/src/engine/storage/storage.ts';
import type { StreamOptions } from '../../server/src/engine/streams/streams.ts';
import { testDatabase } from './database.ts';
import { createUserAgent, type UserAgent } from './user-agent.ts';

/** The server under test. */
export interface TestApp extends AsyncDisposable {
  readonly app: App;
  readonly db: Db;
  readonly storage: Storage;
  readonly config: Config;
  /** What was logged: warnings and errors, or more where LOG_LEVEL says so. */
  readonly logged: string[];
  /** Listens on a free port of 127.0.0.1 and answers its origin; once. */
  listen(): Promise<string>;
  /** Somebody who is not signed in, with a cookie jar and an address of their own. */
  visitor(): UserAgent;
  /** A new user, registered and signed in. */
  user(username?: string): Promise<UserAgent>;
  /** An administrator, signed in. */
  admin(): Promise<UserAgent>;
}

export const password = 'correct horse battery';

let serial = 0;

/** One address a visitor: limits count by it. */
function nextAddress(): string {
  serial += 1;
  return `10.1.${serial >> 8}.${serial & 255}`;
}

/**
 * @param overrides environment variables, as in `.env`
 * @param reach puts something between the server and its database: takes the address, answers another
 * @param router served instead of the features'
 */
export async function testApp(
  overrides: Readonly<Record<string, string>> = {},
  reach: (databaseUrl: string) => string | Promise<string> = (url) => url,
  router?: AnyTRPCRouter,
  streams?: StreamOptions,
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-app-'));
  const database = await testDatabase();
  const databaseUrl = await reach(database.url);
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PUBLIC_ORIGIN: 'http://localhost:3000',
    SESSION_SECRET: 'test-session-secret-test-session-secret',
    TOKEN_SECRET: 'test-token-secret-test-token-secret-test',
    RATE_LIMIT: '100000',
    TRUST_PROXY: 'loopback',
    ...overrides,
  });
  const logged: string[] = [];
  const log = pino(
    { level: overrides.LOG_LEVEL ?? 'warn' },
    { write: (line: string) => void logged.push(line) },
  );
  const connection = connect(databaseUrl, { poolSize: 5 });
  const storage = diskStorage(join(folder, 'files'));
  const app = await createApp(
    { config, database: connection, storage, log, ...(streams && { streams }) },
    router,
  );
  const visitor = () => createUserAgent(app.fetch, config.publicOrigin, createClient, nextAddress());

  return {
    app,
    db: connection.db,
    storage,
    config,
    logged,
    visitor,
    async listen() {
      return app.server.listen({ host: '127.0.0.1', port: 0 });
    },
    async user(username = `user-${process.pid}-${++serial}`) {
      const agent = visitor();
      await agent.rpc.accounts.register.mutate({ username, email: `${username}@example.com`, password });
      return agent;
    },
    async admin() {
      const username = `admin-${process.pid}-${++serial}`;
      await ensureAdmin(connection.db, { username, email: `${username}@example.com`, password });
      const agent = visitor();
      await agent.rpc.accounts.login.mutate({ username, password });
      return agent;
    },
    async [Symbol.asyncDispose]() {
      await app.server.close();
      await connection.close();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
