import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';

let mailbox: Mailbox;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  app = await testApp({ SMTP_URL: mailbox.url });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});
beforeEach(() => mailbox.slow(0));

const sql = async <Row>(text: string) => (await app.db.execute(text)) as unknown as Row[];

async function askReset(email: string): Promise<string> {
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email });
  return tokenIn(await mailbox.next(email, /new password/));
}

const ways = [
  ['forgotPassword', '/password/forgotten'],
  ['requestMagicLink', '/magic-links'],
] as const;

test.each(ways)(
  'check 30: %s has so many requests for an address, whether it is known or not',
  async (_name, path) => {
    await app.user(`often-${path.slice(1, 4)}`);
    for (const email of [`often-${path.slice(1, 4)}@example.com`, `never-${path.slice(1, 4)}@example.com`]) {
      const visitor = app.visitor();
      const statuses = [];
      for (let call = 0; call < 7; call += 1) {
        statuses.push((await visitor.rest('POST', path, { email })).status);
      }
      expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429]);
    }
  },
);

/** Holds the user's row until so many transactions wait for it, then lets them run into each other. */
async function allAtOnce<Result>(username: string, calls: (() => Promise<Result>)[]): Promise<Result[]> {
  let running: Promise<Result[]> = Promise.resolve([]);
  await app.db.transaction(async (tx) => {
    await tx.execute(`select 1 from users where username = '${username}' for update`);
    running = Promise.all(calls.map((call) => call()));
    await vi.waitFor(
      async () => {
        const waiting = await sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(waiting).toHaveLength(calls.length);
      },
      { timeout: 10_000, interval: 20 },
    );
  });
  return running;
}

test('check 32: of two resets by one link at the same moment one counts', async () => {
  await app.user('double');
  const token = await askReset('double@example.com');
  const passwords = ['first horse battery', 'second horse battery'];
  const statuses = await allAtOnce(
    'double',
    passwords.map((chosen) => async () => {
      const answer = await app.visitor().rest('POST', '/password/reset', { token, password: chosen });
      return answer.status;
    }),
  );
  expect(statuses.toSorted()).toEqual([204, 400]);
  const chosen = passwords[statuses.indexOf(204)] ?? '';
  const login = (given: string) =>
    app.visitor().rest('POST', '/login', { username: 'double', password: given });
  expect((await login(chosen)).status).toBe(200);
  for (const other of [...passwords, password].filter((given) => given !== chosen)) {
    expect((await login(other)).status).toBe(401);
  }
});

test('check 32: of two resets by two links at the same moment one counts, and neither waits for ever', async () => {
  await app.user('twice');
  const tokens = [await askReset('twice@example.com'), await askReset('twice@example.com')];
  const statuses = await allAtOnce(
    'twice',
    tokens.map((token) => async () => {
      const body = { token, password: 'a third horse battery' };
      return (await app.visitor().rest('POST', '/password/reset', body)).status;
    }),
  );
  expect(statuses.toSorted()).toEqual([204, 400]);
});

test('of many uses of a link to sign in at the same moment one opens a session', async () => {
  await app.user('crowd');
  await sql(`update users set email_verified_at = now() where username = 'crowd'`);
  await app.visitor().rpc.recovery.requestMagicLink.mutate({ email: 'crowd@example.com' });
  const token = tokenIn(await mailbox.next('crowd@example.com', /link to sign in/));
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => app.visitor().rest('POST', '/magic-links/use', { token })),
  );
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
  const sessions = await sql(
    `select 1 from sessions join users on users.id = user_id where username = 'crowd'`,
  );
  expect(sessions).toHaveLength(2);
});

test('a shut account is mailed nothing, and its links are worthless', async () => {
  await app.user('shut');
  const token = await askReset('shut@example.com');
  await sql(`update users set disabled_at = now() where username = 'shut'`);
  const body = { token, password: 'a fourth horse battery' };
  expect((await app.visitor().rest('POST', '/password/reset', body)).status).toBe(400);
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email: 'shut@example.com' });
  await app.user('open');
  await askReset('open@example.com');
  expect(
    mailbox.received.filter(
      ({ receiver, subject }) => receiver.startsWith('shut@') && subject === 'Choose a new password',
    ),
  ).toEqual([]);
});

test('what was mailed before an account was shut is worthless when it is open again', async () => {
  const [user, admin] = [await app.user('reopened'), await app.admin()];
  const { id } = await user.rpc.accounts.me.query();
  await user.rpc.accounts.changeEmail.mutate({ email: 'thief@example.org' });
  const moved = tokenIn(await mailbox.next('thief@example.org', /Confirm your new/));
  const token = await askReset('reopened@example.com');
  await admin.rpc.admin.disable.mutate({ id });
  await admin.rpc.admin.enable.mutate({ id });
  expect((await app.visitor().rest('POST', '/email/change', { token: moved })).status).toBe(400);
  const body = { token, password: 'a fourth horse battery' };
  expect((await app.visitor().rest('POST', '/password/reset', body)).status).toBe(400);
});

test('a stolen copy of the database resets nothing and signs nobody in, while the mail waits and after', async () => {
  await app.user('stolen');
  await mailbox.next('stolen@example.com', /Confirm/);
  mailbox.refuse(451);
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email: 'stolen@example.com' });
  await app.visitor().rpc.recovery.requestMagicLink.mutate({ email: 'stolen@example.com' });
  const waiting = () =>
    sql<{ data: unknown }>(
      `select data from jobs.job where name = 'mail.send' and state in ('retry', 'active', 'created')`,
    );
  await vi.waitFor(async () => expect((await waiting()).length).toBeGreaterThanOrEqual(2), 10_000);
  const early = await copyOfAll();
  const hashes = await sql<{ id: string; hash: string }>(
    `select id, translate(rtrim(encode(secret_hash, 'base64'), '='), '+/', '-_') as hash from mailed_links`,
  );
  expect(hashes.length).toBeGreaterThanOrEqual(2);
  for (const { id, hash } of hashes) {
    const token = `${id}.${hash}`;
    const reset = { token, password: 'a stolen horse battery' };
    expect((await app.visitor().rest('POST', '/password/reset', reset)).status).toBe(400);
    expect((await app.visitor().rest('POST', '/magic-links/use', { token })).status).toBe(400);
  }
  mailbox.refuse(undefined);
  const tokens = [
    tokenIn(await mailbox.next('stolen@example.com', /new password/, 30_000)),
    tokenIn(await mailbox.next('stolen@example.com', /link to sign in/, 30_000)),
  ];
  const late = await copyOfAll();
  for (const token of tokens) {
    const secret = token.split('.')[1] ?? '';
    for (const copy of [early, late]) {
      expect(copy).toContain(token.split('.')[0]);
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64').slice(0, 40),
        Buffer.from(secret).toString('hex'),
      ]) {
        expect(copy.includes(form)).toBe(false);
      }
    }
    expect(app.logged.join().includes(secret)).toBe(false);
  }
}, 60_000);

/** Every row of every table, jobs included, as text; what is base64 in it, decoded as well. */
async function copyOfAll(): Promise<string> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const rows = [];
  for (const { name } of tables)
    rows.push(...(await sql<{ row: string }>(`select t::text as row from ${name} t`)));
  const text = rows.map(({ row }) => row).join('\n');
  // What is only wrapped is not hidden.
  const unwrapped = text.match(/[\w+/=-]{40,}/g)?.map((run) => Buffer.from(run, 'base64').toString('latin1'));
  return [text, ...(unwrapped ?? [])].join('\n');
}

test('a slow mail server delays nobody', async () => {
  mailbox.slow(5_000);
  const begun = performance.now();
  await app.user('patient');
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email: 'patient@example.com' });
  expect(performance.now() - begun).toBeLessThan(2_500);
  await mailbox.next('patient@example.com', /new password/, 20_000);
}, 30_000);

test('what cannot be sent while the mail server is away is sent when it is back', async () => {
  await mailbox.close();
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email: 'patient@example.com' });
  const failed = () => sql(`select 1 from jobs.job where name = 'mail.send' and state = 'retry'`);
  await vi.waitFor(async () => expect((await failed()).length).toBeGreaterThan(0), 10_000);
  await mailbox.open();
  await mailbox.next('patient@example.com', /new password/, 30_000);
}, 60_000);

test('check 37: the owner is told of a new factor and of a sign-in from a device that is new', async () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0';
  const person = { username: 'told', email: 'told@example.com', password };
  const agent = app.visitor();
  await agent.rest('POST', '/register', person, { 'user-agent': firefox });
  const login = (userAgent: string) =>
    app.visitor().rest('POST', '/login', { username: 'told', password }, { 'user-agent': userAgent });
  await login(firefox.replaceAll('150', '151'));
  await login('Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36');
  const notice = await mailbox.next('told@example.com', /new device/);
  expect(notice.text).toContain('Chrome on Android');
  const signInApp = () =>
    app.visitor().rest('POST', '/tokens', { username: 'told', password }, { 'user-agent': 'Notes/1.0' });
  await signInApp();
  const second = await mailbox.next('told@example.com', /new device/);
  expect(second.text).toContain('Notes');
  await signInApp();
  const { secret } = await agent.rpc.factors.beginTotp.mutate();
  await agent.rpc.factors.confirmTotp.mutate({ code: totpCode(secret) });
  await mailbox.next('told@example.com', /now asks for a code/);
  await agent.rpc.factors.removeTotp.mutate({});
  await mailbox.next('told@example.com', /no longer asks for a code/);
  expect(
    mailbox.received.filter(
      ({ receiver, subject }) => receiver === 'told@example.com' && /new device/.test(subject ?? ''),
    ),
  ).toEqual([]);
});
