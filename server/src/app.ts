/** Puts the server together: the only file that sees everything; importing it starts nothing. */
import { fileURLToPath } from 'node:url';
import type { AnyTRPCRouter } from '@trpc/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createIdentity } from './app/identity.ts';
import { handleJobs, mailOf } from './app/mail.ts';
import { sweepHourly } from './app/sweeps.ts';
import { createVisit } from './app/visits.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './db/open.ts';
import { connectRedis } from './engine/attempts/redis.ts';
import { sharedAttempts } from './engine/attempts/shared-attempts.ts';
import { allDevices } from './engine/auth/devices.ts';
import { createVault } from './engine/auth/vault.ts';
import { createEvents } from './engine/events/events.ts';
import { docsRoutes } from './engine/http/docs-page.ts';
import { type Drain, drainable } from './engine/http/drain.ts';
import { inProcessFetch } from './engine/http/fetch.ts';
import { healthRoutes } from './engine/http/health.ts';
import { keySetRoute } from './engine/http/key-set.ts';
import { createServer } from './engine/http/server.ts';
import { siteRoutes } from './engine/http/site.ts';
import { createJobs } from './engine/jobs/job-queue.ts';
import { openApiDocument } from './engine/openapi/document.ts';
import { describe } from './engine/operations/describe.ts';
import type { Operation } from './engine/operations/operation.ts';
import { createRestDoor } from './engine/rest/rest-door.ts';
import { createRpcDoor } from './engine/rpc/rpc-door.ts';
import type { Storage } from './engine/storage/storage.ts';
import { createStreams, type StreamOptions } from './engine/streams/streams.ts';
import { browsers } from './features/accounts/session.devices.ts';
import { createAuditLog } from './features/audit/audit.service.ts';
import { createProviders } from './features/connections/providers/providers.ts';
import { factorsIn } from './features/factors/use-factor.service.ts';
import { apps } from './features/tokens/token.devices.ts';
import { appRouter } from './router.ts';
import { machinePages } from './site/machine-pages.ts';
import { pageHead } from './site/page-heads.ts';

/** What the server is made of. */
export interface AppDependencies {
  readonly config: Config;
  readonly database: Pick<OpenDatabase, 'db' | 'sql'>;
  readonly storage: Storage;
  readonly log: Logger;
  readonly streams?: StreamOptions;
}

/** The server, put together but not listening. */
export interface App {
  readonly server: FastifyInstance;
  /** The whole stack in-process; the same signature as the global `fetch`. */
  readonly fetch: typeof fetch;
  readonly operations: readonly Operation[];
  readonly drain: Drain;
  /** Removes now what has expired, as happens every hour. */
  readonly sweep: () => Promise<void>;
}

const builtSite = fileURLToPath(new URL('../../web/dist', import.meta.url));

/**
 * @param router what is served through both doors; the features' where absent
 * @throws TypeError when the router cannot be described
 */
export async function createApp(
  dependencies: AppDependencies,
  router: AnyTRPCRouter = appRouter,
): Promise<App> {
  const { config, database, log } = dependencies;
  const operations = await describe(router);
  const http = await createServer({ log, origin: config.publicOrigin, trustProxy: config.trustProxy });
  const { server } = http;
  const streams = createStreams(dependencies.streams);
  const drain = drainable(http, streams.end);
  const vault = createVault(config.tokenSecret, config.previousTokenSecret);
  const { auth, accessTokens, keyRing } = createIdentity(config, database.db, vault);
  const redis = config.redisUrl === undefined ? undefined : await connectRedis(config.redisUrl, log);
  if (redis) server.addHook('onClose', redis.close);
  const attempts = sharedAttempts(database.db, redis);
  const events = createEvents({ sql: database.sql, log });
  server.addHook('onClose', events.close);
  const jobs = createJobs({ sql: database.sql, log });
  server.addHook('onReady', jobs.start);
  server.addHook('onClose', jobs.stop);
  const mail = mailOf(config, jobs, vault.seal('mail'), server);
  const audit = createAuditLog(jobs, log);
  const sweep = sweepHourly(server, {
    ...dependencies,
    audit,
    others: [auth.sweep, attempts.sweep, keyRing.rotate],
  });
  handleJobs({ jobs, db: database.db, mail, vault, audit, origin: config.publicOrigin });
  const rules = { requireVerifiedEmail: config.requireVerifiedEmail };
  const visit = createVisit(dependencies, {
    auth,
    accessTokens,
    audit,
    factors: factorsIn(vault),
    devices: allDevices([browsers, apps]),
    vault,
    providers: createProviders(config.providers, config.publicOrigin),
    attempts,
    jobs,
    mail,
    rules,
    streams,
    events,
  });
  healthRoutes(server, async () => {
    if (drain.ending()) throw new Error('The server is ending');
    await database.sql`select 1`;
  });
  await docsRoutes(server, openApiDocument(operations));
  http.mount('/rpc', createRpcDoor(router, operations), visit);
  http.mount('/api', createRestDoor(operations), visit);
  keySetRoute(server, keyRing);
  machinePages(server, database.db, config.publicOrigin);
  await siteRoutes(server, {
    root: builtSite,
    origin: config.publicOrigin,
    head: (path) => pageHead({ db: database.db, rules }, path),
  });
  return { server, fetch: inProcessFetch(server), operations, drain, sweep };
}
