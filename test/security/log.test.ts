import { auditEvents } from '@portico/shared/audit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { accountSecrets } from './account-secrets.ts';

let mailbox: Mailbox;
let issuer: Issuer;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  issuer = await startIssuer('http://localhost:3000/api/connections/oidc/return');
  app = await testApp({ ...issuer.env, SMTP_URL: mailbox.url, LOG_LEVEL: 'trace' });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

/** Everything that can happen to an account, each by the calls that make it happen; answers the secrets that were used. */
async function liveThrough(): Promise<string[]> {
  const username = 'eventful';
  const email = `${username}@example.com`;
  const visitor = () => app.visitor().rpc;
  const user = await app.user(username);
  const secrets: string[] = [];
  const keep = (secret: string) => {
    secrets.push(secret.split('.').at(-1) ?? '');
    return secret;
  };
  const wrong = visitor().accounts.login.mutate({ username, password: keep('wrong and secret') });
  await wrong.catch(() => {});
  await user.rpc.accounts.reauthenticate.mutate({ password });
  await user.rpc.accounts.verifyEmail.mutate({ token: keep(tokenIn(await mailbox.next(email, /Confirm/))) });
  await user.rpc.accounts.changeEmail.mutate({ email: `new-${email}` });
  const change = keep(tokenIn(await mailbox.next(`new-${email}`, /./)));
  await user.rpc.accounts.confirmEmailChange.mutate({ token: change });
  await visitor().recovery.requestMagicLink.mutate({ email: `new-${email}` });
  const magic = keep(tokenIn(await mailbox.next(`new-${email}`, /link to sign in/)));
  await visitor().recovery.useMagicLink.mutate({ token: magic });
  await visitor().recovery.forgotPassword.mutate({ email: `new-${email}` });
  const reset = keep(tokenIn(await mailbox.next(`new-${email}`, /new password/)));
  await visitor().recovery.resetPassword.mutate({ token: reset, password: keep('a second horse battery') });
  const signedIn = app.visitor();
  await signedIn.rpc.accounts.login.mutate({ username, password: 'a second horse battery' });
  keep(signedIn.cookies());
  await signedIn.rpc.accounts.changePassword.mutate({ password });
  const first = await visitor().tokens.create.mutate({ username, password });
  const second = await visitor().tokens.refresh.mutate({ refreshToken: keep(first.refreshToken) });
  const reused = visitor().tokens.refresh.mutate({ refreshToken: first.refreshToken });
  await reused.catch(() => {});
  const third = await visitor().tokens.create.mutate({ username, password });
  await visitor().tokens.revoke.mutate({ refreshToken: keep(third.refreshToken) });
  for (const token of [second.refreshToken, first.accessToken, second.accessToken]) keep(token);
  await app.visitor().rpc.accounts.login.mutate({ username, password });
  const { items } = await signedIn.rpc.accounts.sessions.query();
  await signedIn.rpc.accounts.revokeSession.mutate({ id: items.find(({ current }) => !current)?.id ?? '' });
  await app.visitor().rpc.accounts.login.mutate({ username, password });
  await signedIn.rpc.accounts.revokeOtherSessions.mutate();
  await app.user('unproven');
  await visitor().recovery.requestMagicLink.mutate({ email: 'unproven@example.com' });
  const proof = keep(tokenIn(await mailbox.next('unproven@example.com', /link to sign in/)));
  await visitor().recovery.useMagicLink.mutate({ token: proof });
  const { secret } = await signedIn.rpc.factors.beginTotp.mutate();
  const code = keep(totpCode(keep(secret)));
  await signedIn.rpc.factors.confirmTotp.mutate({ code });
  const { recoveryCodes } = await signedIn.rpc.factors.renewRecoveryCodes.mutate();
  const failed = visitor().accounts.login.mutate({ username, password, code: keep('987-654-321') });
  await failed.catch(() => {});
  await visitor().accounts.login.mutate({ username, password, code: keep(recoveryCodes[0] ?? '') });
  await connect(signedIn, keep);
  await signedIn.rpc.factors.removeTotp.mutate({});
  const admin = await app.admin();
  const { id } = await signedIn.rpc.accounts.me.query();
  for (const name of ['renamed', username]) await admin.rpc.accounts.update.mutate({ id, username: name });
  await admin.rpc.admin.setRole.mutate({ id, role: 'admin' });
  await admin.rpc.admin.setRole.mutate({ id, role: 'user' });
  await admin.rpc.admin.disable.mutate({ id });
  await admin.rpc.admin.enable.mutate({ id });
  await signedIn.rpc.accounts.login.mutate({ username, password });
  await signedIn.rest('GET', '/me/export');
  await signedIn.rpc.accounts.logout.mutate();
  for (const leaving of ['first', 'second']) {
    await signedIn.rpc.accounts.login.mutate({ username, password });
    await signedIn.rpc.privacy.requestDeletion.mutate();
    if (leaving === 'first') await visitor().privacy.cancelDeletion.mutate({ username, password });
  }
  await app.db.execute(
    `update users set delete_after = now() - interval '1 minute' where username = '${username}'`,
  );
  await app.app.sweep();
  return [...secrets, ...recoveryCodes];
}

/** Connects an account elsewhere, signs in by it as far as the second factor, and disconnects it. */
async function connect(user: UserAgent, keep: (secret: string) => string): Promise<void> {
  issuer.signInAs({ sub: 'eventful elsewhere', email: 'elsewhere@example.com', email_verified: true });
  const comeBack = async (browser: UserAgent, departure: string) => {
    const { pathname, search, searchParams } = await issuer.visit(departure);
    for (const name of ['code', 'state']) keep(searchParams.get(name) ?? '');
    const answer = await browser.fetch(`${pathname}${search}`, { redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  };
  await comeBack(user, (await user.rpc.connections.connect.mutate({ provider: 'oidc' })).url);
  const browser = app.visitor();
  const { url } = await browser.rpc.connections.begin.mutate({ provider: 'oidc', returnTo: '/' });
  const [, ticket = ''] = /ticket=([^&]+)/.exec(await comeBack(browser, url)) ?? [];
  const wrong = browser.rpc.connections.finish.mutate({ ticket: keep(ticket), code: '000000' });
  await expect(wrong).rejects.toMatchObject({ data: { code: 'UNAUTHORIZED' } });
  await user.rpc.connections.remove.mutate({ provider: 'oidc', subject: 'eventful elsewhere' });
}

test('check 60: every event of an account is in the audit log and in the log, and no secret is in either', async () => {
  const secrets = [...(await liveThrough()), ...Object.values((await accountSecrets(app, mailbox)).secrets)];
  await app.visitor().rest(
    'POST',
    '/login',
    { username: 'inject\nlevel=50 forged', password: 'x' },
    {
      'user-agent': 'curl\tlevel=50',
    },
  );
  const audited = await app.db.execute<{ event: string; text: string }>(
    'select event, audit_events::text as text from audit_events',
  );
  const lines = app.logged.map((line) => JSON.parse(line) as { event?: string; msg: string });
  const logged = lines.filter(({ msg }) => msg === 'an account was used').map(({ event }) => event);
  expect(logged.toSorted()).toEqual(audited.map(({ event }) => event).toSorted());
  expect(auditEvents.filter((event) => !logged.includes(event))).toEqual([]);
  const written = [...app.logged, ...audited.map(({ text }) => text)].join('\n');
  // Six digits may be part of a time or an id; what is longer may stand nowhere, whatever is around it.
  const isWritten = (secret: string) =>
    secret.length > 8
      ? written.includes(secret)
      : new RegExp(`(?<![\\w.-])${secret}(?![\\w.-])`).test(written);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThanOrEqual(6);
    expect({ secret, found: isWritten(secret) }).toEqual({ secret, found: false });
  }
  for (const line of app.logged) expect(line.trimEnd()).not.toMatch(/[\r\n]/);
}, 120_000);
