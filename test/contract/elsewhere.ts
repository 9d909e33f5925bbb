/** Calls that succeed only with what no document tells: what comes by mail, from an authenticator, from a sign-in. */

import { password, type TestApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import type { RequestValues } from '../support/description/request.ts';
import type { UserAgent } from '../support/user-agent.ts';

/** A call that will succeed, and who makes it. */
export interface PreparedCall {
  readonly by: UserAgent;
  readonly values: RequestValues;
}

/** By operation. A new operation of this kind needs a line here. */
export const prepared: Readonly<Record<string, (app: TestApp) => Promise<PreparedCall>>> = {
  'factors.confirmTotp': async (app) => {
    const by = await app.user();
    return { by, values: withBody({ code: await codeFor(by) }) };
  },
  'factors.renewRecoveryCodes': async (app) => ({ by: await guarded(app), values: { parameters: {} } }),
  'factors.removeTotp': async (app) => ({ by: await guarded(app), values: { parameters: {} } }),
  'admin.user': async (app) => administrating(app),
  'admin.disable': async (app) => administrating(app),
  'admin.enable': async (app) => administrating(app),
  'admin.setRole': async (app) => administrating(app, { role: 'admin' }),
  'privacy.cancelDeletion': async (app) => ({ by: app.visitor(), values: withBody(await leaving(app)) }),
};

/** An administrator, and a user who is nobody else's in the test. */
async function administrating(app: TestApp, body?: object): Promise<PreparedCall> {
  const { id } = await (await app.user()).rpc.accounts.me.query();
  return { by: await app.admin(), values: { parameters: { id }, ...(body && { body }) } };
}

/** How somebody signs in who has asked for the deletion of their account. */
async function leaving(app: TestApp): Promise<{ username: string; password: string }> {
  const user = await app.user();
  const { username } = await user.rpc.accounts.me.query();
  await user.rpc.privacy.requestDeletion.mutate();
  return { username, password };
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
