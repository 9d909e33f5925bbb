/** Turns the environment into the server's typed configuration, or stops with a sentence for each wrong variable. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Environment, readEnvironment, repositoryRoot } from './config/environment.ts';
import { incompleteProviders, type Providers, providersOf } from './config/providers.ts';
import { keptSecrets, type Secrets } from './config/secrets.ts';
import { confidential, type Variables, variables } from './config/variables.ts';

/** What the server is told by its operator; `.env.example` explains each variable. */
export interface Config {
  readonly environment: Variables['NODE_ENV'];
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string;
  /** Whose X-Forwarded-For is believed: nobody's, everybody's, that many hops', or these addresses'. */
  readonly trustProxy: boolean | number | string[];
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** Absent: attempts are counted in the database. */
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly sessionSecret: string;
  readonly tokenSecret: string;
  /** What each took the place of: still good for what is there, for nothing new. */
  readonly previousSessionSecret: string | undefined;
  readonly previousTokenSecret: string | undefined;
  /** Absent: mail is kept in the outbox, or off in production. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: { readonly name: string; readonly address: string };
  /** With which services one may sign in. */
  readonly providers: Providers;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly seed: Variables['SEED'];
  readonly logLevel: Variables['LOG_LEVEL'];
  readonly logFormat: 'json' | 'pretty';
  /** Nobody signs in before their e-mail address is verified. */
  readonly requireVerifiedEmail: boolean;
  /** Calls a minute and caller. */
  readonly rateLimit: number;
  readonly shutdownGraceSeconds: number;
}

/** The configuration is wrong; the message has one sentence a variable and shows no secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Parses the environment (`.env` included unless one is given). Missing secrets are generated and kept in the data
 * folder, except in production with a database of the operator's own, where they are required.
 * @throws ConfigError
 */
export function loadConfig(env: Environment = readEnvironment()): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(present);
  const values = parsed.data;
  const sentences = parsed.success
    ? [...missingSecrets(parsed.data), ...missingMail(parsed.data), ...incompleteProviders(parsed.data)]
    : parsed.error.issues.map((issue) => sentence(String(issue.path[0]), issue.message, present));
  if (values === undefined || sentences.length > 0) throw new ConfigError(sentences.join('\n'));
  return toConfig(values);
}

function sentence(name: string, message: string, env: Environment): string {
  const value = confidential.has(name) ? '' : `, not ${JSON.stringify(env[name])}`;
  return `${name} ${message}${value}.`;
}

function missingSecrets(values: Variables): string[] {
  if (values.NODE_ENV !== 'production' || values.DATABASE_URL === undefined) return [];
  return (['SESSION_SECRET', 'TOKEN_SECRET'] as const)
    .filter((name) => values[name] === undefined)
    .map((name) => `${name} must be set in production when DATABASE_URL is (32 random characters or more).`);
}

/** Where nobody could ever be verified, nobody could ever sign in. */
function missingMail({ NODE_ENV, REQUIRE_VERIFIED_EMAIL, SMTP_URL }: Variables): string[] {
  if (NODE_ENV !== 'production' || !REQUIRE_VERIFIED_EMAIL || SMTP_URL !== undefined) return [];
  return [
    'SMTP_URL must be set in production when REQUIRE_VERIFIED_EMAIL is: addresses are verified by mail.',
  ];
}

function toConfig(values: Variables): Config {
  const dataDir = resolve(repositoryRoot, values.DATA_DIR);
  const publicOrigin = values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}`;
  return {
    environment: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    publicOrigin,
    trustProxy: values.TRUST_PROXY,
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    redisUrl: values.REDIS_URL,
    dataDir,
    ...secretsOf(values, dataDir),
    previousSessionSecret: values.SESSION_SECRET_PREVIOUS,
    previousTokenSecret: values.TOKEN_SECRET_PREVIOUS,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? { name: 'Portico', address: `noreply@${new URL(publicOrigin).hostname}` },
    providers: providersOf(values),
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    seed: values.SEED,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json'),
    requireVerifiedEmail: values.REQUIRE_VERIFIED_EMAIL,
    rateLimit: values.RATE_LIMIT,
    shutdownGraceSeconds: values.SHUTDOWN_GRACE_SECONDS,
  };
}

function secretsOf(values: Variables, dataDir: string): Pick<Config, 'sessionSecret' | 'tokenSecret'> {
  const { SESSION_SECRET: session, TOKEN_SECRET: token } = values;
  if (session !== undefined && token !== undefined) return { sessionSecret: session, tokenSecret: token };
  const kept = secretsKeptIn(dataDir);
  return { sessionSecret: session ?? kept.SESSION_SECRET, tokenSecret: token ?? kept.TOKEN_SECRET };
}

function secretsKeptIn(dataDir: string): Secrets {
  try {
    return keptSecrets(dataDir);
  } catch (error) {
    throw new ConfigError(`The secrets in DATA_DIR cannot be read: ${messageOf(error)}`);
  }
}

/**
 * Makes the data folder where there is none.
 * @throws ConfigError when it is no folder, or none that this process may write to
 */
export async function openDataFolder({ dataDir }: Pick<Config, 'dataDir'>): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(`DATA_DIR must be a folder that may be written to: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
