/** Calls that succeed only with what no document tells: what comes by mail, from an authenticator, from a sign-in. */

import type { TestApp } from '../support/app.ts';
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
};

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
