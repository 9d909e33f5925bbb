import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../server/src/db/connect.ts';
import { prepareData } from '../../server/src/prepare-data.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';
import { bearer } from './token-user.ts';

let mailbox: Mailbox;
let before: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  before = await testApp({ SMTP_URL: mailbox.url });
});
afterAll(async () => {
  await before[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const present = {
  SESSION_SECRET: 'another-session-secret-another-session-secret',
  TOKEN_SECRET: 'another-token-secret-another-token-secret-ano',
};

const unrelated = {
  SESSION_SECRET: 'a-third-session-secret-a-third-session-secret',
  TOKEN_SECRET: 'a-third-token-secret-a-third-token-secret',
};

/** The server after its secrets were changed, on the same database, started as the process starts. */
async function restarted(withPrevious: boolean, secrets = present): Promise<TestApp> {
  const { sessionSecret, tokenSecret, databaseUrl = '' } = before.config;
  const previous = { SESSION_SECRET_PREVIOUS: sessionSecret, TOKEN_SECRET_PREVIOUS: tokenSecret };
  const variables = { ...secrets, ...(withPrevious && previous), SMTP_URL: mailbox.url };
  const app = await testApp(variables, () => databaseUrl);
  const database = connect(databaseUrl, { poolSize: 1 });
  await prepareData({ config: app.config, database, storage: app.storage, log: pino({ level: 'silent' }) });
  await database.close();
  return app;
}

/** Everything that one has of the server, before its secrets change. */
async function holdings(username: string) {
  const email = `${username}@example.com`;
  const user = await before.user(username);
  const { secret } = await user.rpc.factors.beginTotp.mutate();
  await withinStep();
  const { recoveryCodes } = await user.rpc.factors.confirmTotp.mutate({ code: totpCode(secret, -1) });
  const tokens = async () => {
    await before.db.execute(`update totp_factors set last_step = 0`);
    return before.visitor().rpc.tokens.create.mutate({ username, password, code: totpCode(secret) });
  };
  const [app, idle] = [await tokens(), await tokens()];
  await user.rpc.recovery.forgotPassword.mutate({ email });
  const reset = tokenIn(await mailbox.next(email, /new password/));
  await before.db.execute(`update totp_factors set last_step = 0`);
  return { username, cookie: user.cookies(), secret, recoveryCodes, app, idle, reset };
}

type Holdings = Awaited<ReturnType<typeof holdings>>;

/** What of it still counts: the status of each. */
async function count(app: TestApp, { username, cookie, secret, recoveryCodes, ...tokens }: Holdings) {
  const visitor = () => app.visitor();
  const login = async (code: string | undefined) =>
    (await visitor().rest('POST', '/login', { username, password, code })).status;
  return {
    session: (await visitor().rest('GET', '/me', undefined, { cookie })).status,
    accessToken: (await visitor().rest('GET', '/me', undefined, bearer(tokens.app.accessToken))).status,
    refreshToken: (await visitor().rest('POST', '/tokens/refresh', tokens.app)).status,
    authenticator: await login(totpCode(secret)),
    recoveryCode: await login(recoveryCodes[0]),
    link: (
      await visitor().rest('POST', '/password/reset', {
        token: tokens.reset,
        password: 'a new horse battery',
        code: recoveryCodes[1],
      })
    ).status,
  };
}

test('secrets that are changed with the previous ones beside them end nothing', async () => {
  const held = await holdings('kept');
  await using after = await restarted(true);
  expect(await count(after, held)).toEqual({
    session: 200,
    accessToken: 200,
    refreshToken: 200,
    authenticator: 200,
    recoveryCode: 200,
    link: 204,
  });
});

test('once the previous secrets are taken away, what was used meanwhile and authenticators stay, and the rest ends', async () => {
  const held = await holdings('moved');
  const used = async (app: TestApp) =>
    (await app.visitor().rest('GET', '/me', undefined, { cookie: held.cookie })).status;
  {
    await using between = await restarted(true);
    expect(await used(between)).toBe(200);
    const next = await between.visitor().rpc.tokens.refresh.mutate({ refreshToken: held.app.refreshToken });
    Object.assign(held.app, next);
  }
  await using after = await restarted(false);
  expect(await after.visitor().rest('POST', '/tokens/refresh', held.idle)).toMatchObject({ status: 401 });
  expect(await count(after, held)).toEqual({
    session: 200,
    accessToken: 200,
    refreshToken: 200,
    authenticator: 200,
    recoveryCode: 401,
    link: 400,
  });
});

test('secrets that are changed without the previous ones end everything at once, and break nothing', async () => {
  const held = await holdings('ended');
  await using after = await restarted(false, unrelated);
  expect(await count(after, held)).toEqual({
    session: 401,
    accessToken: 401,
    refreshToken: 401,
    authenticator: 401,
    recoveryCode: 401,
    link: 400,
  });
});
