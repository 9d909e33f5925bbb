/** Every environment variable of the server: its name, its form and what it is when absent. */
import { isIP } from 'node:net';
import { z } from 'zod';

const integer = (least: number, most: number) => {
  const sentence = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);
};

const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, `must be one of ${choices.join(', ')}`);

const url = (sentence: string, accepts: (url: URL) => boolean) =>
  z.string().refine((text) => {
    const parsed = URL.parse(text);
    return parsed !== null && accepts(parsed);
  }, sentence);

const databaseUrl = url(
  'must look like postgres://user:password@host:5432/database',
  ({ protocol, pathname }) => ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1,
);

const redisUrl = url('must look like redis://user:password@host:6379', ({ protocol }) =>
  ['redis:', 'rediss:'].includes(protocol),
);

const origin = url(
  'must be an origin such as https://example.com, without a path',
  ({ protocol, pathname, search, hash, username }) =>
    ['http:', 'https:'].includes(protocol) && pathname === '/' && `${search}${hash}${username}` === '',
).transform((text) => new URL(text).origin);

const smtpUrl = url(
  'must look like smtps://user:password@host:465, or smtp:// where the server upgrades to TLS by itself',
  ({ protocol, hostname }) => ['smtp:', 'smtps:'].includes(protocol) && hostname !== '',
);

const mailFrom = z.string().transform((text, context) => {
  const [, name = '', address = text] = /^([^<>"\p{Cc}]{0,100}?)\s*<([^<>\s]+)>$/u.exec(text) ?? [];
  if (z.email().safeParse(address).success) return { name, address };
  context.addIssue('must be an e-mail address, or a name and one: Portico <noreply@example.com>');
  return z.NEVER;
});

/** Who vouches must be who they say they are; on the own machine a test may do without encryption. */
const issuer = url(
  'must be an https address such as https://login.example.com',
  ({ protocol, hostname }) =>
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)),
);

const secret = z.string().min(32, 'must have 32 characters or more');

const isProxyAddress = (entry: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
};

const trustProxy = z
  .string()
  .transform((text): boolean | number | string[] => {
    if (text === 'true' || text === 'false') return text === 'true';
    return /^\d{1,2}$/.test(text) ? Number(text) : text.split(',').map((entry) => entry.trim());
  })
  .refine(
    (value) => !Array.isArray(value) || value.every(isProxyAddress),
    'must be false, true, a number of proxies, or a list of addresses such as 10.0.0.1,192.168.0.0/16',
  );

/** The schema of the environment; other variables are ignored. */
export const variables = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: integer(0, 65_535).default(3000),
  PUBLIC_ORIGIN: origin.optional(),
  TRUST_PROXY: trustProxy.default(false),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: integer(1, 1000).default(10),
  REDIS_URL: redisUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  SESSION_SECRET: secret.optional(),
  SESSION_SECRET_PREVIOUS: secret.optional(),
  TOKEN_SECRET: secret.optional(),
  TOKEN_SECRET_PREVIOUS: secret.optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(8, 'must have 8 characters or more').max(128).optional(),
  REQUIRE_VERIFIED_EMAIL: oneOf(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).default('Single sign-on'),
  SEED: oneOf(['auto', 'always', 'never']).default('auto'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_FORMAT: oneOf(['json', 'pretty']).optional(),
  RATE_LIMIT: integer(1, 1_000_000).default(600),
  SHUTDOWN_GRACE_SECONDS: integer(0, 600).default(8),
});

/** The environment after parsing, under the names operators use. */
export type Variables = z.infer<typeof variables>;

/** Variables whose value never appears in a message. */
export const confidential: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'SESSION_SECRET',
  'SESSION_SECRET_PREVIOUS',
  'TOKEN_SECRET',
  'TOKEN_SECRET_PREVIOUS',
  'ADMIN_PASSWORD',
  'GOOGLE_CLIENT_SECRET',
  'GITHUB_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET',
]);
