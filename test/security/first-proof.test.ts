import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';
import type { UserAgent } from '../support/user-agent.ts';

let mailbox: Mailbox;
let issuer: Issuer;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  issuer = await startIssuer('http://localhost:3000/api/connections/oidc/return');
  app = await testApp({ SMTP_URL: mailbox.url, ...issuer.env });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

let serial = 0;
let username: string;
let email: string;
beforeEach(() => {
  serial += 1;
  username = `owner-${serial}`;
  email = `${username}@example.com`;
  issuer.signInAs({ sub: `stranger-${serial}`, email: `stranger-${serial}@example.org` });
});

/** Registers with an address that is somebody else's, and connects an account elsewhere that signs in, too. */
async function occupy(): Promise<UserAgent> {
  const stranger = await app.user(username);
  const { url } = await stranger.rpc.connections.connect.mutate({ provider: 'oidc', returnTo: '/' });
  await comeBack(stranger, url);
  expect(await wayIn(stranger)).toEqual({ session: true, connection: true, password: 200 });
  return stranger;
}

async function comeBack(browser: UserAgent, departure: string): Promise<void> {
  const { pathname, search } = await issuer.visit(departure);
  await browser.fetch(`${pathname}${search}`, { redirect: 'manual' });
}

/** What of all that the stranger has signs them in as the owner. */
async function wayIn(stranger: UserAgent) {
  const isIn = async (agent: UserAgent) =>
    (await agent.rpc.accounts.session.query()).user?.username === username;
  const elsewhere = app.visitor();
  const { url } = await elsewhere.rpc.connections.begin.mutate({ provider: 'oidc', returnTo: '/' });
  const session = await isIn(stranger);
  await comeBack(elsewhere, url);
  const login = await app.visitor().rest('POST', '/login', { username, password });
  return { session, connection: await isIn(elsewhere), password: login.status };
}

const nothing = { session: false, connection: false, password: 401 };

test('who made an account under the address of somebody else is out once its owner chooses a password', async () => {
  const stranger = await occupy();
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email });
  const token = tokenIn(await mailbox.next(email, /new password/));
  await app.visitor().rpc.recovery.resetPassword.mutate({ token, password: 'the choice of the owner' });
  expect(await wayIn(stranger)).toEqual(nothing);
  await mailbox.next(email, /way to sign in was removed/);
});

test('who made an account under the address of somebody else is out once its owner signs in by a link', async () => {
  const stranger = await occupy();
  await app.visitor().rpc.recovery.requestMagicLink.mutate({ email });
  const token = tokenIn(await mailbox.next(email, /link to sign in/));
  const owner = app.visitor();
  expect(await owner.rpc.recovery.useMagicLink.mutate({ token })).toMatchObject({ emailVerified: true });
  expect(await wayIn(stranger)).toEqual(nothing);
  await mailbox.next(email, /password was removed/);
  await owner.rpc.accounts.changePassword.mutate({ password: 'the choice of the owner' });
});

test('what somebody set up stays once they have proven the address by the link of their registration', async () => {
  const user = await occupy();
  const verification = tokenIn(await mailbox.next(email, /Confirm your e-mail/));
  await app.visitor().rpc.accounts.verifyEmail.mutate({ token: verification });
  await app.visitor().rpc.recovery.requestMagicLink.mutate({ email });
  const token = tokenIn(await mailbox.next(email, /link to sign in/));
  await app.visitor().rpc.recovery.useMagicLink.mutate({ token });
  expect(await wayIn(user)).toEqual({ session: true, connection: true, password: 200 });
});

test('who reads the mail of an address but has not the second factor proves nothing and removes nothing', async () => {
  const user = await app.user(username);
  const { secret } = await user.rpc.factors.beginTotp.mutate();
  await user.rpc.factors.confirmTotp.mutate({ code: totpCode(secret) });
  await app.visitor().rpc.recovery.requestMagicLink.mutate({ email });
  const token = tokenIn(await mailbox.next(email, /link to sign in/));
  for (const body of [{ token }, { token, code: '000000' }])
    expect((await app.visitor().rest('POST', '/magic-links/use', body)).status).toBe(401);
  expect(await user.rpc.accounts.me.query()).toMatchObject({ emailVerified: false });
  const login = await app.visitor().rest('POST', '/login', { username, password });
  expect(await login.json()).toMatchObject({ code: 'second_factor_required' });
});
