import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { createMailbox, type Mailbox } from '../support/mailbox.ts';
import { accountSecrets } from './account-secrets.ts';

let mailbox: Mailbox;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  app = await testApp({ SMTP_URL: mailbox.url, LOG_LEVEL: 'trace' });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const query = async <Row>(text: string) => (await app.db.execute(text)) as unknown as Row[];

/** Every row of every table, jobs included, as JSON. */
async function copyOfAll(): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await query<{ row: object }>(`select to_jsonb(t) as row from ${name} t`);
    rows.push(...found.map(({ row }) => JSON.stringify(row)));
  }
  return rows;
}

/** The texts in a row as a thief would read them: as they are, and bytes in every spelling that secrets have. */
function valuesIn(row: string): { ids: string[]; secrets: string[] } {
  const texts: string[] = [];
  JSON.parse(row, (_key, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  const bytes = texts.flatMap((text) => (text.startsWith('\\x') ? [Buffer.from(text.slice(2), 'hex')] : []));
  const spelled = bytes.flatMap((raw) => [
    raw.toString('base64url'),
    raw.toString('hex'),
    raw.toString('latin1'),
  ]);
  const plain = texts.filter((text) => text.length >= 6 && text.length <= 400 && !text.startsWith('\\x'));
  return { ids: texts.filter((text) => /^[\w-]{22}$/.test(text)), secrets: [...plain, ...spelled] };
}

test('a stolen copy of the database holds no usable session, token, link or code', {
  timeout: 120_000,
}, async () => {
  const known = await accountSecrets(app, mailbox);
  const rows = await copyOfAll();
  const copy = rows.join('\n');
  for (const [name, secret] of Object.entries(known.secrets)) {
    for (const form of [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    ]) {
      expect({ name, found: copy.includes(form.slice(0, 400)) }).toEqual({ name, found: false });
    }
  }
  const tokens = new Set(
    rows
      .map(valuesIn)
      .flatMap(({ ids, secrets }) => [
        ...secrets,
        ...ids.flatMap((id) => secrets.map((secret) => `${id}.${secret}`)),
      ]),
  );
  expect(tokens.size).toBeGreaterThan(100);
  const header = (text: string) => /^[\x21-\x7e]+$/.test(text) && !text.includes(';');
  for (const token of tokens) {
    const thief = app.visitor();
    const entries = await Promise.all([
      ...(header(token)
        ? [
            thief.rest('GET', '/me', undefined, { authorization: `Bearer ${token}` }),
            app.app.fetch(`${app.config.publicOrigin}/api/me`, { headers: { cookie: `session=${token}` } }),
          ]
        : []),
      thief.rest('POST', '/tokens/refresh', { refreshToken: token }),
      thief.rest('POST', '/password/reset', { token, password: 'a stolen horse battery' }),
      thief.rest('POST', '/magic-links/use', { token }),
      thief.rest('POST', '/email/verification', { token }),
      thief.rest('POST', '/email/change', { token }),
    ]);
    expect({ token, in: entries.filter(({ status }) => status < 400).length }).toEqual({ token, in: 0 });
  }
  const texts = [...tokens].filter((text) => /^[\x20-\x7e]{6,64}$/.test(text));
  const seeds = texts.filter((text) => /^[A-Z2-7]{16,}$/.test(text)).map((seed) => totpCode(seed));
  for (const code of [...texts.filter(({ length }) => length <= 32), ...seeds]) {
    // So that each guess is compared: guessers would be stopped long before.
    await query('delete from rate_limits');
    const login = { username: known.guarded, password, code };
    expect((await app.visitor().rest('POST', '/login', login)).status).toBe(401);
  }
  await query('delete from rate_limits');
  const enter = async (path: string, body: object) => (await app.visitor().rest('POST', path, body)).status;
  const code = known.secrets['recovery code 0'];
  expect(await enter('/login', { username: known.guarded, password, code })).toBe(200);
  expect((await known.session.rest('GET', '/me')).status).toBe(200);
  expect(await enter('/magic-links/use', { token: known.magicLink })).toBe(200);
});
