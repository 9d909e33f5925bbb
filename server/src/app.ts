/** Puts the server together: the only file that sees everything; importing it starts nothing. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyTRPCRouter } from '@trpc/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { OpenDatabase } from './db/open.ts';
import { transaction } from './db/transaction.ts';
import { connectRedis } from './engine/attempts/redis.ts';
import { sharedAttempts } from './engine/attempts/shared-attempts.ts';
import { accessTokenSeconds, createAccessTokens } from './engine/auth/access-tokens.ts';
import { createAuth } from './engine/auth/auth.ts';
import { assertNoTokenInQuery } from './engine/auth/bearer.ts';
import { allDevices } from './engine/auth/devices.ts';
import { createKeyRing } from './engine/auth/key-ring.ts';
import type { Seal } from './engine/auth/seal.ts';
import { createVault } from './engine/auth/vault.ts';
import { createEvents } from './engine/events/events.ts';
import { sweepEvents } from './engine/events/read-events.ts';
import type { Arrival } from './engine/http/arrival.ts';
import { docsRoutes } from './engine/http/docs-page.ts';
import type { Visit } from './engine/http/door.ts';
import { type Drain, drainable } from './engine/http/drain.ts';
import type { ResponseHead } from './engine/http/exchange.ts';
import { inProcessFetch } from './engine/http/fetch.ts';
import { healthRoutes } from './engine/http/health.ts';
import { keySetRoute } from './engine/http/key-set.ts';
import { isOwnMachine, outboxRoutes } from './engine/http/outbox-page.ts';
import { createServer } from './engine/http/server.ts';
import { siteRoutes } from './engine/http/site.ts';
import { requestInfo } from './engine/http/visit.ts';
import { sweepAnswers } from './engine/idempotency/answers.ts';
import type { JobContext } from './engine/jobs/job-context.ts';
import { createJobs, type JobQueue } from './engine/jobs/job-queue.ts';
import type { Mailer } from './engine/mail/mail.ts';
import { createMailer } from './engine/mail/mailer.ts';
import { folderOutbox } from './engine/mail/outbox.ts';
import { smtpTransport } from './engine/mail/smtp.ts';
import { openApiDocument } from './engine/openapi/document.ts';
import { describe } from './engine/operations/describe.ts';
import type { Operation } from './engine/operations/operation.ts';
import type { Context } from './engine/procedure/context.ts';
import { memoryLimits } from './engine/procedure/limits.ts';
import { createRestDoor } from './engine/rest/rest-door.ts';
import { createRpcDoor } from './engine/rpc/rpc-door.ts';
import type { Storage } from './engine/storage/storage.ts';
import { createStreams, type StreamOptions } from './engine/streams/streams.ts';
import { mailAboutAddresses } from './features/accounts/address-mails.ts';
import { sweepLinks } from './features/accounts/mailed-links.service.ts';
import { browsers } from './features/accounts/session.devices.ts';
import { sessionStore } from './features/accounts/session.store.ts';
import { createAuditLog } from './features/audit/audit.service.ts';
import { mailNotices } from './features/audit/notices.ts';
import { sweepAttempts } from './features/connections/attempts.ts';
import { createProviders } from './features/connections/providers/providers.ts';
import { sweepTickets } from './features/connections/tickets.ts';
import { factorsIn } from './features/factors/use-factor.service.ts';
import { deleteLeavers } from './features/privacy/privacy.service.ts';
import { mailLinks } from './features/recovery/link-mails.ts';
import { familyStore } from './features/tokens/family.store.ts';
import { signingKeyStore } from './features/tokens/signing-key.store.ts';
import { apps } from './features/tokens/token.devices.ts';
import { sweepFamilies } from './features/tokens/tokens.service.ts';
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
  const vault = createVault(config.tokenSecret);
  const keyRing = createKeyRing({
    store: signingKeyStore(database.db),
    seal: vault.seal('signing key'),
    tokenSeconds: accessTokenSeconds,
  });
  const accessTokens = createAccessTokens(keyRing, config.publicOrigin);
  const auth = createAuth({
    store: sessionStore(database.db),
    families: familyStore(database.db),
    accessTokens,
    secret: config.sessionSecret,
    secure: config.publicOrigin.startsWith('https:'),
  });
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
  const sweep = sweepExpired(server, [
    auth.sweep,
    attempts.sweep,
    () => sweepAnswers(database.db),
    () => sweepLinks(database.db),
    () => sweepEvents(database.sql),
    () => sweepFamilies(database.db),
    () => sweepAttempts(database.db),
    () => sweepTickets(database.db),
    keyRing.rotate,
    () => deleteLeavers(database.db, dependencies.storage, audit),
  ]);
  handleJobs({ jobs, db: database.db, mail, vault, audit, origin: config.publicOrigin });
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
    rules: { requireVerifiedEmail: config.requireVerifiedEmail },
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
    head: (path) => pageHead(database.db, path),
  });
  return { server, fetch: inProcessFetch(server), operations, drain, sweep };
}

/** Prepares what every visit shares, and gives each its own context. */
function createVisit(
  { config, database, storage }: AppDependencies,
  shared: Omit<
    Context,
    'db' | 'transaction' | 'storage' | 'limits' | 'user' | 'request' | 'response' | 'log'
  >,
) {
  const limits = memoryLimits(config.rateLimit);
  const { db } = database;
  const inTransaction: Context['transaction'] = (work) => transaction(db, work);
  return (incoming: Arrival, response: ResponseHead): Visit => {
    const request = requestInfo(incoming, config.publicOrigin);
    const authenticated = async (): Promise<Context> => {
      assertNoTokenInQuery(incoming.url);
      const user = await shared.auth.authenticate(incoming.headers, response);
      const { log } = incoming;
      return { ...shared, db, transaction: inTransaction, storage, limits, user, request, response, log };
    };
    let context: Promise<Context> | undefined;
    return {
      request,
      response,
      log: incoming.log,
      context: () => {
        context ??= authenticated();
        return context;
      },
    };
  };
}

/** What features do after calls. */
function handleJobs(ctx: JobContext): void {
  mailAboutAddresses(ctx);
  mailLinks(ctx);
  mailNotices(ctx);
}

/** Sends through the operator's server; without one mail is kept for a developer to read, or is off in production. */
function mailOf(config: Config, jobs: JobQueue, seal: Seal, server: FastifyInstance): Mailer {
  if (config.smtpUrl !== undefined) {
    return createMailer({ jobs, seal, transport: smtpTransport(config.smtpUrl, config.mailFrom) });
  }
  if (config.environment === 'production') {
    server.log.warn('SMTP_URL is not set, so mail is off: nobody can verify an address or reset a password');
    return createMailer({ jobs, seal, transport: undefined });
  }
  const outbox = folderOutbox(join(config.dataDir, 'outbox'));
  if (config.environment === 'development' && isOwnMachine(config.publicOrigin)) outboxRoutes(server, outbox);
  return createMailer({ jobs, seal, transport: outbox });
}

/** Milliseconds between sweeps of what has expired: sessions, answers of idempotent calls, accounts whose owners left. */
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
