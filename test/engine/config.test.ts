import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment, repositoryRoot } from '../../server/src/config/environment.ts';
import { keptSecrets } from '../../server/src/config/secrets.ts';
import { variables } from '../../server/src/config/variables.ts';
import { ConfigError, loadConfig } from '../../server/src/config.ts';

const root = mkdtempSync(join(tmpdir(), 'portico-config-'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const load = (env: Record<string, string> = {}) => loadConfig({ DATA_DIR: folder, ...env });

/** The sentences with which a configuration is refused. */
function refusal(env: Record<string, string>): string[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  throw new Error('The configuration was accepted');
}

describe('defaults', () => {
  test('nothing set is a development server on the loopback with the embedded database', () => {
    expect(load()).toMatchObject({
      environment: 'development',
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: 'http://localhost:3000',
      trustProxy: false,
      databaseUrl: undefined,
      seed: 'auto',
      rateLimit: 600,
      shutdownGraceSeconds: 8,
    });
  });

  test('the public origin follows the port', () => {
    expect(load({ PORT: '8080' }).publicOrigin).toBe('http://localhost:8080');
  });

  test('a relative data folder starts at the repository, whatever the working directory', () => {
    const secrets = { SESSION_SECRET: 's'.repeat(32), TOKEN_SECRET: 't'.repeat(32) };
    expect(loadConfig(secrets).dataDir).toBe(join(repositoryRoot, '.data'));
    expect(loadConfig({ ...secrets, DATA_DIR: 'var/data' }).dataDir).toBe(join(repositoryRoot, 'var/data'));
  });

  test('an empty value counts as none', () => {
    expect(load({ PORT: '', DATABASE_URL: '', ADMIN_PASSWORD: '' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  test('variables that are not ours are ignored', () => {
    expect(() => load({ PATH: '/bin', PORTICO: 'x' })).not.toThrow();
  });
});

describe('wrong values', () => {
  test.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, not "http".'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, not "70000".'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, not "-1".'],
    ['PORT', '3e3', 'PORT must be a whole number from 0 to 65535, not "3e3".'],
    ['RATE_LIMIT', '0', 'RATE_LIMIT must be a whole number from 1 to 1000000, not "0".'],
    ['SEED', 'yes', 'SEED must be one of auto, always, never, not "yes".'],
    [
      'PUBLIC_ORIGIN',
      'https://example.com/app',
      'PUBLIC_ORIGIN must be an origin such as https://example.com, without a path, not "https://example.com/app".',
    ],
    [
      'MAIL_FROM',
      'Portico',
      'MAIL_FROM must be an e-mail address, or a name and one: Portico <noreply@example.com>, not "Portico".',
    ],
    ['ADMIN_EMAIL', 'root', 'ADMIN_EMAIL must be an e-mail address, not "root".'],
    [
      'TRUST_PROXY',
      'nginx',
      'TRUST_PROXY must be false, true, a number of proxies, or a list of addresses such as 10.0.0.1,192.168.0.0/16, not "nginx".',
    ],
  ])('%s=%s is refused in a sentence', (name, value, sentence) => {
    expect(refusal({ [name]: value })).toEqual([sentence]);
  });

  test('each wrong variable has a sentence of its own', () => {
    const sentences = refusal({ PORT: 'x', SEED: 'x', LOG_LEVEL: 'loud' });
    expect(sentences.map((sentence) => sentence.split(' ', 1)[0]).toSorted()).toEqual([
      'LOG_LEVEL',
      'PORT',
      'SEED',
    ]);
  });

  test('a secret never shows in a message', () => {
    const message = refusal({
      DATABASE_URL: 'mysql://root:hunter2@db/app',
      SMTP_URL: 'http://root:hunter2@smtp',
      SESSION_SECRET: 'hunter2',
      TOKEN_SECRET: 'hunter2',
      ADMIN_PASSWORD: 'hunter2',
    }).join();
    expect(message).toContain('DATABASE_URL');
    expect(message).toContain('ADMIN_PASSWORD');
    expect(message).not.toContain('hunter2');
  });
});

describe('proxies', () => {
  test.each<[string, boolean | number | string[]]>([
    ['false', false],
    ['true', true],
    ['2', 2],
    ['10.0.0.1, 192.168.0.0/16', ['10.0.0.1', '192.168.0.0/16']],
    ['loopback,::1,fd00::/8', ['loopback', '::1', 'fd00::/8']],
  ])('TRUST_PROXY=%s is understood', (text, value) => {
    expect(load({ TRUST_PROXY: text }).trustProxy).toEqual(value);
  });

  test.each(['10.0.0.0/33', '10.0.0.0/8/8', '::1/129', '10.0.0', ','])(
    'TRUST_PROXY=%s is refused',
    (text) => {
      expect(refusal({ TRUST_PROXY: text })).toHaveLength(1);
    },
  );
});

describe('mail', () => {
  test('comes from the site where nothing else is said', () => {
    const { mailFrom } = load({ PUBLIC_ORIGIN: 'https://example.org:8443' });
    expect(mailFrom).toEqual({ name: 'Portico', address: 'noreply@example.org' });
  });

  test.each([
    ['ada@example.com', '', 'ada@example.com'],
    ['Ada & Co <ada@example.com>', 'Ada & Co', 'ada@example.com'],
    ['<ada@example.com>', '', 'ada@example.com'],
  ])('MAIL_FROM=%s is understood', (text, name, address) => {
    expect(load({ MAIL_FROM: text }).mailFrom).toEqual({ name, address });
  });

  test.each([
    'Ada <ada>',
    'A <a@example.com> <b@example.com>',
    'A\r\nBcc: <b@example.com>',
    'a@example.com, b@example.com',
  ])('MAIL_FROM=%j is refused', (text) => {
    expect(refusal({ MAIL_FROM: text })).toHaveLength(1);
  });
});

test('production does not ask for verified addresses without a way to verify them', () => {
  const verified = { NODE_ENV: 'production', REQUIRE_VERIFIED_EMAIL: 'true' };
  expect(refusal(verified).join()).toMatch(/^SMTP_URL must be set/);
  expect(() => load({ ...verified, SMTP_URL: 'smtp://127.0.0.1' })).not.toThrow();
  expect(() => load({ ...verified, NODE_ENV: 'development' })).not.toThrow();
});

describe('secrets', () => {
  const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://app:pw@db/app' };

  test('are generated once, kept for the owner alone, and the same at the next start', () => {
    const { sessionSecret, tokenSecret } = load();
    expect(Buffer.from(sessionSecret, 'base64url')).toHaveLength(32);
    expect(tokenSecret).not.toBe(sessionSecret);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(load()).toMatchObject({ sessionSecret, tokenSecret });
  });

  test('that are set win over those that were generated', () => {
    const { tokenSecret } = load();
    const sessionSecret = 'x'.repeat(40);
    expect(load({ SESSION_SECRET: sessionSecret })).toMatchObject({ sessionSecret, tokenSecret });
  });

  test('are required in production with a database of one’s own', () => {
    expect(refusal(production)).toEqual([
      expect.stringMatching(/^SESSION_SECRET must be set in production/),
      expect.stringMatching(/^TOKEN_SECRET must be set in production/),
    ]);
    const secrets = { SESSION_SECRET: 's'.repeat(32), TOKEN_SECRET: 't'.repeat(32) };
    expect(load({ ...production, ...secrets }).databaseUrl).toBe(production.DATABASE_URL);
  });

  test('are generated in production with the embedded database', () => {
    expect(load({ NODE_ENV: 'production' }).sessionSecret).toHaveLength(43);
  });

  test('in a damaged file stop the start rather than sign everybody out', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"SESSION_SECRET":');
    expect(() => keptSecrets(folder)).toThrow(/secrets\.json does not hold two secrets/);
  });
});

describe('.env', () => {
  test('completes the environment, which wins', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'PORT=4000\nSEED="never"\nHOST=0.0.0.0\n');
    const env = readEnvironment(file, { PORT: '5000', HOST: '' });
    expect(env).toEqual({ PORT: '5000', SEED: 'never', HOST: '0.0.0.0' });
  });

  test('may be absent', () => {
    expect(readEnvironment(join(folder, 'none'), { PORT: '1' })).toEqual({ PORT: '1' });
  });

  test('.env.example names every variable once, and no other', () => {
    const text = readFileSync(join(repositoryRoot, '.env.example'), 'utf8');
    const names = Array.from(text.matchAll(/^#?([A-Z_]+)=/gm), ([, name]) => name);
    expect(names.toSorted()).toEqual(Object.keys(variables.shape).toSorted());
  });

  test('.env.example shows the defaults', () => {
    const text = readFileSync(join(repositoryRoot, '.env.example'), 'utf8');
    const shown = Object.fromEntries(
      text.matchAll(/^#([A-Z_]+)=(.*)$/gm).map(([, name, value]) => [name, value]),
    );
    const { DATABASE_URL, REDIS_URL, DATA_DIR, ADMIN_EMAIL, SMTP_URL, MAIL_FROM, LOG_FORMAT, ...defaults } =
      shown;
    expect(load(defaults)).toMatchObject({ ...load(), logFormat: expect.any(String) });
    expect([DATABASE_URL, REDIS_URL, DATA_DIR, ADMIN_EMAIL, SMTP_URL, MAIL_FROM, LOG_FORMAT]).not.toContain(
      undefined,
    );
  });
});
