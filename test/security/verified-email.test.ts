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

const register = (username: string, email: string) =>
  app.visitor().rest('POST', '/register', { username, email, password });

/** An answer without what differs between any two. */
async function shapeOf(answer: Response, username: string) {
  const changing = ['date', 'x-request-id', 'traceparent', 'content-length', 'location'];
  const { id, createdAt, ...rest } = (await answer.json()) as Record<string, unknown>;
  const headers = [...answer.headers].filter(([name]) => !changing.includes(name));
  const text = JSON.stringify({ status: answer.status, headers, rest, types: [typeof id, typeof createdAt] });
  return text.replaceAll(username, 'NAME');
}

test('check 30: a taken address is registered with the answer of a new one, and its owner is told', async () => {
  const fresh = await register('fresh', 'fresh@example.com');
  expect(fresh.status).toBe(201);
  expect(fresh.headers.getSetCookie()).toEqual([]);
  await mailbox.next('fresh@example.com', /Confirm/);
  const taken = await register('taken', 'FRESH@example.com');
  expect(taken.headers.getSetCookie()).toEqual([]);
  const told = await mailbox.next('fresh@example.com', /already have an account/);
  expect(told.text).not.toContain('token=');

  const ids = [];
  for (const answer of [fresh, taken]) {
    const { id } = (await answer.clone().json()) as { id: string };
    expect(answer.headers.get('location')).toBe(`/api/users/${id}`);
    ids.push(id);
  }
  const shapes = [await shapeOf(fresh, 'fresh'), (await shapeOf(taken, 'taken')).replace('FRESH', 'NAME')];
  expect(shapes[1]).toBe(shapes[0]);
  for (const reference of [...ids, 'fresh', 'taken']) {
    expect((await app.visitor().rest('GET', `/users/${reference}`)).status).toBe(404);
  }
});

test('signing in waits for the link, which is mailed again to whoever tries', async () => {
  await register('waiting', 'waiting@example.com');
  const first = tokenIn(await mailbox.next('waiting@example.com', /Confirm/));
  const login = (given = password) =>
    app.visitor().rest('POST', '/login', { username: 'waiting', password: given });
  expect((await login('not the password')).status).toBe(401);
  const early = await login();
  expect(early.status).toBe(403);
  expect(await early.json()).toMatchObject({ code: 'email_unverified' });
  expect(early.headers.getSetCookie()).toEqual([]);
  const second = tokenIn(await mailbox.next('waiting@example.com', /Confirm/));
  expect(second).not.toBe(first);
  await app.visitor().rpc.accounts.verifyEmail.mutate({ token: second });
  expect((await login()).status).toBe(200);
  expect((await app.visitor().rest('GET', '/users/waiting')).status).toBe(200);
});

test('a link to sign in proves the address, too', async () => {
  await register('linked', 'linked@example.com');
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
