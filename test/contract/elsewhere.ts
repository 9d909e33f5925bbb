/** Calls that succeed only with what no document tells: what comes by mail, from an authenticator, from a sign-in, a state. */

import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import type { RequestValues } from '../support/description/request.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';
import type { UserAgent } from '../support/user-agent.ts';

/** A call that will succeed, and who makes it. */
export interface PreparedCall {
  readonly by: UserAgent;
  readonly values: RequestValues;
}

/** The server, and what it sends people to: their mail, and a service that vouches for them. */
export interface World extends AsyncDisposable {
  readonly app: TestApp;
  readonly mailbox: Mailbox;
  readonly issuer: Issuer;
}

export async function createWorld(): Promise<World> {
  const mailbox = await createMailbox();
  const issuer = await startIssuer('http://localhost:3000/api/connections/oidc/return');
  const app = await testApp({ ...issuer.env, SMTP_URL: mailbox.url });
  return {
    app,
    mailbox,
    issuer,
    async [Symbol.asyncDispose]() {
      for (const part of [app, mailbox, issuer]) await part[Symbol.asyncDispose]();
    },
  };
}

/** By operation. A new operation of this kind needs a line here. */
export const prepared: Readonly<Record<string, (world: World) => Promise<PreparedCall>>> = {
  'comments.create': async (world) => under(world, { body: 'Said' }),
  'comments.get': async (world) => commented(world),
  'comments.delete': async (world) => commented(world),
  'comments.list': async (world) => under(world),
  'comments.live': async (world) => under(world),
  'factors.confirmTotp': async ({ app }) => {
    const by = await app.user();
    return { by, values: withBody({ code: await codeFor(by) }) };
  },
  'factors.renewRecoveryCodes': async ({ app }) => ({ by: await guarded(app), values: { parameters: {} } }),
  'factors.removeTotp': async ({ app }) => ({ by: await guarded(app), values: { parameters: {} } }),
  'admin.user': async ({ app }) => administrating(app),
  'admin.disable': async ({ app }) => administrating(app),
  'admin.enable': async ({ app }) => administrating(app),
  'admin.setRole': async ({ app }) => administrating(app, { role: 'admin' }),
  'accounts.revokeSession': async ({ app }) => {
    const by = await app.user();
    const { username } = await by.rpc.accounts.me.query();
    await app.visitor().rpc.accounts.login.mutate({ username, password });
    const { items } = await by.rpc.accounts.sessions.query();
    return { by, values: { parameters: { id: items.find(({ current }) => !current)?.id } } };
  },
  'accounts.register': async ({ app }) => ({ by: app.visitor(), values: withBody(newcomer()) }),
  'accounts.login': async ({ app }) => ({ by: app.visitor(), values: withBody(await credentials(app)) }),
  'tokens.create': async ({ app }) => ({ by: app.visitor(), values: withBody(await credentials(app)) }),
  'tokens.refresh': async ({ app }) => ({ by: app.visitor(), values: withBody(await refreshToken(app)) }),
  'tokens.revoke': async ({ app }) => ({ by: app.visitor(), values: withBody(await refreshToken(app)) }),
  'accounts.verifyEmail': async (world) => {
    const { by, email } = await mailed(world);
    return { by, values: withBody({ token: await tokenTo(world, email, /Confirm your e-mail/) }) };
  },
  'accounts.confirmEmailChange': async (world) => {
    const { by, email } = await mailed(world);
    await by.rpc.accounts.changeEmail.mutate({ email: `new-${email}` });
    return { by, values: withBody({ token: await tokenTo(world, `new-${email}`, /new e-mail/) }) };
  },
  'recovery.resetPassword': async (world) => {
    const { by, email } = await mailed(world);
    await by.rpc.recovery.forgotPassword.mutate({ email });
    const token = await tokenTo(world, email, /new password/);
    return { by, values: withBody({ token, password: `${password} anew` }) };
  },
  'recovery.useMagicLink': async (world) => {
    const { email } = await mailed(world);
    const by = world.app.visitor();
    await by.rpc.recovery.requestMagicLink.mutate({ email });
    return { by, values: withBody({ token: await tokenTo(world, email, /sign in|sign-in/i) }) };
  },
  'connections.begin': async ({ app }) => ({ by: app.visitor(), values: withBody(departure) }),
  'connections.connect': async ({ app }) => ({ by: await app.user(), values: withBody(departure) }),
  'connections.return': async (world) => {
    const { by, address } = await away(world);
    const parameters = Object.fromEntries(address.searchParams);
    return { by, values: { parameters: { ...parameters, provider: 'oidc' } } };
  },
  'connections.finish': async (world) => {
    const { by, sub } = await connected(world);
    const { secret } = await by.rpc.factors.beginTotp.mutate();
    const { recoveryCodes } = await by.rpc.factors.confirmTotp.mutate({ code: totpCode(secret) });
    const { by: again, address } = await away(world, sub);
    const landed = (await comeBack(again, address)).headers.get('location') ?? '';
    const ticket = /ticket=([^&]+)/.exec(landed)?.[1];
    return { by: again, values: withBody({ ticket, code: recoveryCodes[0] }) };
  },
  'connections.remove': async (world) => {
    const { by, sub } = await connected(world);
    return { by, values: { parameters: { provider: 'oidc', subject: sub } } };
  },
  'privacy.cancelDeletion': async ({ app }) => ({ by: app.visitor(), values: withBody(await leaving(app)) }),
};

/** Somebody under a published post. */
async function under({ app }: World, body?: object): Promise<PreparedCall> {
  const by = await app.user();
  const post = { title: 'Published', body: '', status: 'published' } as const;
  const { id: postId } = await by.rpc.posts.create.mutate(post);
  return { by, values: { parameters: { postId }, ...(body && { body }) } };
}

/** Somebody who has written a comment. */
async function commented(world: World): Promise<PreparedCall> {
  const { by, values } = await under(world);
  const postId = String(values.parameters.postId);
  const { id } = await by.rpc.comments.create.mutate({ postId, body: 'Said' });
  return { by, values: { parameters: { id } } };
}

/** An administrator, and a user who is nobody else's in the test. */
async function administrating(app: TestApp, body?: object): Promise<PreparedCall> {
  const { id } = await (await app.user()).rpc.accounts.me.query();
  return { by: await app.admin(), values: { parameters: { id }, ...(body && { body }) } };
}

/** Somebody who has no account yet. */
function newcomer(): { username: string; email: string; password: string } {
  const username = `new-${crypto.randomUUID().slice(0, 8)}`;
  return { username, email: `${username}@example.com`, password };
}

/** How a user signs in. */
async function credentials(app: TestApp): Promise<{ username: string; password: string }> {
  const { username } = await (await app.user()).rpc.accounts.me.query();
  return { username, password };
}

/** What an app of a user has. */
async function refreshToken(app: TestApp): Promise<{ refreshToken: string }> {
  const tokens = await app.visitor().rpc.tokens.create.mutate(await credentials(app));
  return { refreshToken: tokens.refreshToken };
}

/** How somebody signs in who has asked for the deletion of their account. */
async function leaving(app: TestApp): Promise<{ username: string; password: string }> {
  const user = await app.user();
  const { username } = await user.rpc.accounts.me.query();
  await user.rpc.privacy.requestDeletion.mutate();
  return { username, password };
}

const departure = { provider: 'oidc', returnTo: '/' } as const;

/** A user and where their mail goes. */
async function mailed({ app }: World): Promise<{ by: UserAgent; email: string }> {
  const by = await app.user();
  const { email } = await by.rpc.accounts.me.query();
  return { by, email };
}

async function tokenTo({ mailbox }: World, email: string, subject: RegExp): Promise<string> {
  return tokenIn(await mailbox.next(email, subject));
}

/** Somebody whom the service has vouched for, about to come back. */
async function away({ app, issuer }: World, sub: string = crypto.randomUUID()) {
  const by = app.visitor();
  issuer.signInAs({ sub, email: `${sub}@example.com`, email_verified: true });
  const { url } = await by.rpc.connections.begin.mutate(departure);
  return { by, sub, address: await issuer.visit(url) };
}

function comeBack(by: UserAgent, address: URL): Promise<Response> {
  return by.fetch(`${address.pathname}${address.search}`, { redirect: 'manual' });
}

/** Somebody who came in by the service. */
async function connected(world: World): Promise<{ by: UserAgent; sub: string }> {
  const { by, sub, address } = await away(world);
  await comeBack(by, address);
  return { by, sub };
}

const withBody = (body: object): RequestValues => ({ parameters: {}, body });

async function codeFor(user: UserAgent): Promise<string> {
  const { secret } = await user.rpc.factors.beginTotp.mutate();
  return totpCode(secret);
}

/** A user with an authenticator. */
async function guarded(app: TestApp): Promise<UserAgent> {
  const user = await app.user();
  await user.rpc.factors.confirmTotp.mutate({ code: await codeFor(user) });
  return user;
}
