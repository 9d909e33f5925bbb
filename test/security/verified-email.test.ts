import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';

let mailbox: Mailbox;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  app = await testApp({ SMTP_URL: mailbox.url, REQUIRE_VERIFIED_EMAIL: 'true' });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const register = (username: string, email: string, chosen = password) =>
  app.visitor().rest('POST', '/register', { username, email, password: chosen });
const logIn = (username: string, given = password) =>
  app.visitor().rest('POST', '/login', { username, password: given });
const verify = async (token: string) =>
  (await app.visitor().rest('POST', '/email/verification', { token })).status;
const confirm = async (email: string) => tokenIn(await mailbox.next(email, /Confirm/));

/** Somebody who has an account. */
async function member(username: string): Promise<void> {
  await register(username, `${username}@example.com`);
  expect(await verify(await confirm(`${username}@example.com`))).toBe(204);
}

/** An answer without what differs between any two. */
async function shapeOf(answer: Response, ...names: string[]) {
  const changing = ['date', 'x-request-id', 'traceparent', 'content-length', 'location'];
  const { id, createdAt, requestId, ...rest } = (await answer.json()) as Record<string, unknown>;
  const headers = [...answer.headers].filter(([name]) => !changing.includes(name));
  const types = [typeof id, typeof createdAt, typeof requestId];
  const text = JSON.stringify({ status: answer.status, headers, rest, types });
  const timeless = text.replaceAll(/;t=\d+/g, ';t=LEFT');
  return names.reduce((shape, name) => shape.replaceAll(name, 'NAME'), timeless);
}

test('check 30: a taken address is registered with the answer of a new one, and its owner is told', async () => {
  await member('owner');
  const fresh = await register('fresh', 'fresh@example.com');
  expect(fresh.status).toBe(201);
  expect(fresh.headers.getSetCookie()).toEqual([]);
  const taken = await register('taken', 'OWNER@example.com');
  expect(taken.headers.getSetCookie()).toEqual([]);
  const told = await mailbox.next('owner@example.com', /already have an account/);
  expect(told.text).not.toContain('token=');

  const ids = [];
  for (const answer of [fresh, taken]) {
    const { id } = (await answer.clone().json()) as { id: string };
    expect(answer.headers.get('location')).toBe(`/api/users/${id}`);
    ids.push(id);
  }
  expect(await shapeOf(taken, 'taken', 'OWNER')).toBe(await shapeOf(fresh, 'fresh'));
  for (const reference of [...ids, 'fresh', 'taken']) {
    expect((await app.visitor().rest('GET', `/users/${reference}`)).status).toBe(404);
  }
});

test('check 30: nothing that follows a registration tells whether its address was taken', async () => {
  await member('known');
  const chosen = 'a password of the prober';
  const probe = async (username: string, email: string) => {
    const answers = [
      await register(username, email, chosen),
      await register(username, email, chosen),
      await register(username, `mine-${username}@example.com`, chosen),
      await logIn(username, chosen),
      await logIn(email, chosen),
      await app.visitor().rest('POST', '/tokens', { username, password: chosen }),
      await app.visitor().rest('POST', '/tokens', { username: email, password: chosen }),
      await app.visitor().rest('GET', `/users/${username}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 401, 401, 401, 401, 404]);
    return Promise.all(answers.map((answer) => shapeOf(answer, email, username)));
  };
  const known = await probe('probe-1', 'known@example.com');
  expect(await probe('probe-2', 'unknown@example.com')).toEqual(known);
});

test('the account comes to be when its link is opened, once, and with the name as long as that is free', async () => {
  await register('waiting', 'waiting@example.com');
  const token = await confirm('waiting@example.com');
  const early = await logIn('waiting');
  expect(early.status).toBe(401);
  expect(await early.json()).toMatchObject({ code: 'invalid_credentials' });
  await register('waiting', 'faster@example.com');
  const faster = await confirm('faster@example.com');
  expect([await verify(token), await verify(token), await verify(faster)]).toEqual([204, 400, 400]);
  expect((await logIn('waiting')).status).toBe(200);
  expect((await app.visitor().rest('GET', '/users/waiting')).status).toBe(200);
  expect((await register('WAITING', 'another@example.com')).status).toBe(409);
  const events = await app.db.execute<{ event: string }>(
    `select event from audit_events join users on users.id = user_id where username = 'waiting' order by at, audit_events.id`,
  );
  expect(events.map(({ event }) => event).slice(0, 2)).toEqual(['registered', 'email_verified']);
});

test('of two uses of one link at the same moment one makes the account', async () => {
  await register('double', 'double@example.com');
  const token = await confirm('double@example.com');
  const statuses = await Promise.all(Array.from({ length: 4 }, () => verify(token)));
  expect(statuses.toSorted()).toEqual([204, 400, 400, 400]);
});

test('a copy of the database verifies no address that waits, and holds neither it nor the hash of its password', async () => {
  mailbox.refuse(451);
  await register('copied', 'copied@example.com');
  await expect
    .poll(
      async () =>
        (await app.db.execute(`select 1 from jobs.job where name = 'mail.send' and state = 'retry'`)).length,
    )
    .toBeGreaterThan(0);
  const rows = await app.db.execute<{ row: string; sealed: string | null }>(
    `select t::text as row, data->'payload'->>'sealed' as sealed from jobs.job t`,
  );
  expect(rows.filter(({ sealed }) => sealed !== null && sealed.length <= 1_000).length).toBeGreaterThan(0);
  for (const { row, sealed } of rows) {
    expect(row).not.toMatch(/copied|argon2/);
    if (sealed === null) continue;
    const token = Buffer.from(sealed, 'base64').toString('base64url');
    for (const form of [sealed, token]) if (form.length <= 1_000) expect(await verify(form)).toBe(400);
  }
  mailbox.refuse(undefined);
  expect(await verify(await confirm('copied@example.com'))).toBe(204);
}, 60_000);

test('an account whose address was not proven before waits for its link, which is mailed again to whoever tries', async () => {
  await member('older');
  await app.db.execute(`update users set email_verified_at = null where username = 'older'`);
  expect((await logIn('older', 'not the password')).status).toBe(401);
  const early = await logIn('older');
  expect(early.status).toBe(403);
  expect(await early.json()).toMatchObject({ code: 'email_unverified' });
  expect(early.headers.getSetCookie()).toEqual([]);
  expect((await app.visitor().rest('GET', '/users/older')).status).toBe(404);
  expect(await verify(await confirm('older@example.com'))).toBe(204);
  expect((await logIn('older')).status).toBe(200);
});

test('a link to sign in proves the address, too', async () => {
  await member('linked');
  await app.db.execute(`update users set email_verified_at = null where username = 'linked'`);
  const visitor = app.visitor();
  await visitor.rpc.recovery.requestMagicLink.mutate({ email: 'linked@example.com' });
  const token = tokenIn(await mailbox.next('linked@example.com', /link to sign in/));
  const user = await visitor.rpc.recovery.useMagicLink.mutate({ token });
  expect(user).toMatchObject({ username: 'linked', emailVerified: true });
});

test('the administrator of the configuration needs no link', async () => {
  const admin = await app.admin();
  expect(await admin.rpc.accounts.me.query()).toMatchObject({ emailVerified: true });
});
