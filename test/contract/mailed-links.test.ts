import type { User } from '@portico/shared/accounts';
import type { RecoveryCodes, TotpSetup } from '@portico/shared/factors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';
import { createMailbox, type Mailbox, tokenIn } from '../support/mailbox.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor } from './doors.ts';

let mailbox: Mailbox;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  app = await testApp({ SMTP_URL: mailbox.url, MAIL_FROM: 'Portico <noreply@example.org>' });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const another = 'another horse battery';
const invalid = { status: 400, code: 'invalid_link' };

describe.each(doorNames)('what is mailed, through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  const me = async (agent: UserAgent) => answerOf<User>(await door.call(agent, 'accounts.me'));
  const addressOf = (username: string) => `${username}@example.com`;
  const logIn = (username: string, withPassword = password, code?: string) =>
    door.call(app.visitor(), 'accounts.login', { username, password: withPassword, ...(code && { code }) });

  async function askReset(email: string): Promise<string> {
    answerOf(await door.call(app.visitor(), 'recovery.forgotPassword', { email }));
    return tokenIn(await mailbox.next(email, /new password/));
  }
  async function askMagicLink(email: string): Promise<string> {
    answerOf(await door.call(app.visitor(), 'recovery.requestMagicLink', { email }));
    return tokenIn(await mailbox.next(email, /link to sign in/));
  }
  const reset = (token: string, rest: object = {}) =>
    door.call(app.visitor(), 'recovery.resetPassword', { token, password: another, ...rest });

  /** Gives a user a second factor; the codes of the present step are still good. */
  async function guard(agent: UserAgent) {
    const { secret } = answerOf<TotpSetup>(await door.call(agent, 'factors.beginTotp'));
    await withinStep();
    const code = totpCode(secret, -1);
    const { recoveryCodes } = answerOf<RecoveryCodes>(
      await door.call(agent, 'factors.confirmTotp', { code }),
    );
    return { secret, recoveryCodes };
  }

  test('a newcomer works at once, and verifies the address by the link that came', async () => {
    const username = `verify-${doorName}`;
    const user = await app.user(username);
    expect(await me(user)).toMatchObject({ email: addressOf(username), emailVerified: false });
    const mail = await mailbox.next(addressOf(username), /Confirm your e-mail address/);
    expect(mail).toMatchObject({ from: { name: 'Portico', address: 'noreply@example.org' } });
    expect(mail.text).toContain(`${app.config.publicOrigin}/verify-email#token=`);
    const token = tokenIn(mail);
    expect(answerOf(await door.call(app.visitor(), 'accounts.verifyEmail', { token }))).toBeUndefined();
    expect(await me(user)).toMatchObject({ emailVerified: true });
    expect(await door.call(app.visitor(), 'accounts.verifyEmail', { token })).toMatchObject(invalid);
  });

  test('the link to verify is mailed again on request, as long as it is needed', async () => {
    const username = `again-${doorName}`;
    const user = await app.user(username);
    const first = tokenIn(await mailbox.next(addressOf(username), /Confirm/));
    answerOf(await door.call(user, 'accounts.sendVerification'));
    const second = tokenIn(await mailbox.next(addressOf(username), /Confirm/));
    expect(second).not.toBe(first);
    answerOf(await door.call(app.visitor(), 'accounts.verifyEmail', { token: second }));
    expect(await door.call(app.visitor(), 'accounts.verifyEmail', { token: first })).toMatchObject(invalid);
  });

  test('a forgotten password is replaced by the link that was mailed; everybody is signed out and told', async () => {
    const username = `forgot-${doorName}`;
    const user = await app.user(username);
    const token = await askReset(
      addressOf(username).toUpperCase().replace('EXAMPLE.COM', 'example.com').toLowerCase(),
    );
    expect(await reset(token, { password: 'short' })).toMatchObject({ status: 422 });
    expect(answerOf(await reset(token))).toBeUndefined();
    expect(await door.call(user, 'accounts.me')).toMatchObject({ status: 401 });
    expect(await logIn(username)).toMatchObject({ status: 401, code: 'invalid_credentials' });
    const signedIn = answerOf<User>(await logIn(username, another));
    expect(signedIn).toMatchObject({ username, emailVerified: true });
    const notice = await mailbox.next(addressOf(username), /password was changed/);
    expect(notice.text).toMatch(/From: [\w -]+, 10\.1\.\d+\.\d+/);
    expect(await reset(token)).toMatchObject(invalid);
  });

  test('a common password is refused, and costs neither the link nor the code', async () => {
    const username = `common-${doorName}`;
    const { secret } = await guard(await app.user(username));
    const token = await askReset(addressOf(username));
    const code = totpCode(secret);
    expect(await reset(token, { password: 'password123', code })).toMatchObject({ status: 422 });
    answerOf(await reset(token, { code }));
  });

  test('a link signs in once, and the account is as it was', async () => {
    const username = `magic-${doorName}`;
    await app.user(username);
    const verification = tokenIn(await mailbox.next(addressOf(username), /Confirm your e-mail/));
    answerOf(await door.call(app.visitor(), 'accounts.verifyEmail', { token: verification }));
    const token = await askMagicLink(addressOf(username));
    const visitor = app.visitor();
    const user = answerOf<User>(await door.call(visitor, 'recovery.useMagicLink', { token }));
    expect(user).toMatchObject({ username, emailVerified: true });
    expect(await me(visitor)).toEqual(user);
    expect(await door.call(app.visitor(), 'recovery.useMagicLink', { token })).toMatchObject(invalid);
    expect((await logIn(username)).ok).toBe(true);
  });

  test('check 32: a reset link works once, not for long, and not in the place of the second factor', async () => {
    const username = `factor-${doorName}`;
    const { secret, recoveryCodes } = await guard(await app.user(username));
    const token = await askReset(addressOf(username));
    expect(await reset(token)).toMatchObject({ status: 401, code: 'second_factor_required' });
    expect(await reset(token, { code: '000000' })).toMatchObject({ status: 401, code: 'invalid_code' });
    expect((await logIn(username, another)).ok).toBe(false);
    answerOf(await reset(token, { code: totpCode(secret) }));
    expect(await reset(token, { code: recoveryCodes[0] })).toMatchObject(invalid);
    expect(await logIn(username, another)).toMatchObject({ code: 'second_factor_required' });

    const late = await askReset(addressOf(username));
    const { expiresAt, createdAt } = await storedLink(late);
    expect(expiresAt.getTime() - createdAt.getTime()).toBeLessThanOrEqual(30 * 60_000 + 1_000);
    await expire(late);
    expect(await reset(late, { code: recoveryCodes[1] })).toMatchObject(invalid);
  });

  test('a link to sign in asks for the second factor, and still works when it came without', async () => {
    const username = `magic-factor-${doorName}`;
    const { secret } = await guard(await app.user(username));
    const token = await askMagicLink(addressOf(username));
    const visitor = app.visitor();
    const use = (code?: string) =>
      door.call(visitor, 'recovery.useMagicLink', { token, ...(code && { code }) });
    expect(await use()).toMatchObject({ status: 401, code: 'second_factor_required' });
    expect(await use('000000')).toMatchObject({ status: 401, code: 'invalid_code' });
    expect(await door.call(visitor, 'accounts.me')).toMatchObject({ status: 401 });
    expect(answerOf<User>(await use(totpCode(secret)))).toMatchObject({ username });
  });

  test('check 35: a link to sign in works for ten minutes, and for a few wrong codes', async () => {
    const username = `guess-${doorName}`;
    await guard(await app.user(username));
    const late = await askMagicLink(addressOf(username));
    const { expiresAt, createdAt } = await storedLink(late);
    expect(expiresAt.getTime() - createdAt.getTime()).toBeLessThanOrEqual(10 * 60_000 + 1_000);
    await expire(late);
    const use = (token: string, code: string) =>
      door.call(app.visitor(), 'recovery.useMagicLink', { token, code });
    expect(await use(late, '000000')).toMatchObject(invalid);
    const token = await askMagicLink(addressOf(username));
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await use(token, `00000${guess}`)).toMatchObject({ code: 'invalid_code' });
    }
    expect(await use(token, '000009')).toMatchObject(invalid);
  });

  test('check 37: a change of the address is told to the old one, and applies when the new one is proven', async () => {
    const username = `move-${doorName}`;
    const user = await app.user(username);
    const oldAddress = addressOf(username);
    const newAddress = `new-${oldAddress}`;
    const oldReset = await askReset(oldAddress);
    answerOf(await door.call(user, 'accounts.changeEmail', { email: newAddress }));
    const warning = await mailbox.next(oldAddress, /about to change/);
    expect(warning.text).toContain(newAddress);
    const token = tokenIn(await mailbox.next(newAddress, /Confirm your new/));
    expect(await me(user)).toMatchObject({ email: oldAddress });

    answerOf(await door.call(app.visitor(), 'accounts.confirmEmailChange', { token }));
    expect(await me(user)).toMatchObject({ email: newAddress, emailVerified: true, version: 2 });
    expect((await mailbox.next(oldAddress, /was changed/)).text).toContain(newAddress);
    expect(await reset(oldReset)).toMatchObject(invalid);
    expect(await door.call(app.visitor(), 'accounts.confirmEmailChange', { token })).toMatchObject(invalid);
    expect(answerOf<User>(await logIn(newAddress))).toMatchObject({ username });
  });

  test.each(['changed', 'forgotten'] as const)(
    'check 37: whoever is warned of another address and chooses a new password, as it is %s, keeps the account',
    async (how) => {
      const username = `warned-${how}-${doorName}`;
      const thief = await app.user(username);
      answerOf(await door.call(thief, 'accounts.changeEmail', { email: `thief-${username}@example.org` }));
      const token = tokenIn(await mailbox.next(`thief-${username}@example.org`, /Confirm your new/));
      await mailbox.next(addressOf(username), /about to change/);
      const owner = app.visitor();
      answerOf(await door.call(owner, 'accounts.login', { username, password }));
      if (how === 'changed')
        answerOf(await door.call(owner, 'accounts.changePassword', { password: another }));
      else answerOf(await reset(await askReset(addressOf(username))));
      expect(await door.call(thief, 'accounts.confirmEmailChange', { token })).toMatchObject(invalid);
      expect(answerOf<User>(await logIn(addressOf(username), another))).toMatchObject({ username });
    },
  );

  test('nobody learns whether an address is taken by asking for it; its owner is told', async () => {
    const owner = await app.user(`owner-${doorName}`);
    const { email } = await me(owner);
    const other = await app.user(`other-${doorName}`);
    answerOf(await door.call(other, 'accounts.changeEmail', { email }));
    const told = await mailbox.next(email, /already have an account/);
    expect(told.text).not.toContain('token=');
    expect(await me(other)).toMatchObject({ email: `other-${doorName}@example.com` });
  });

  test('of two who prove one address at a time, one gets it', async () => {
    const [first, second] = [await app.user(`first-${doorName}`), await app.user(`second-${doorName}`)];
    const email = `wanted-${doorName}@example.com`;
    const tokens = [];
    for (const user of [first, second]) {
      answerOf(await door.call(user, 'accounts.changeEmail', { email }));
      tokens.push(tokenIn(await mailbox.next(email, /Confirm your new/)));
    }
    const outcomes = await Promise.all(
      tokens.map((token) => door.call(app.visitor(), 'accounts.confirmEmailChange', { token })),
    );
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ status: 409, code: 'email_taken' });
  });

  test('an address is no part of the profile that is edited', async () => {
    const user = await app.user(`aside-${doorName}`);
    const { id, email } = await me(user);
    const edit = { id, name: 'Aside', email: 'eve@example.com' };
    expect(answerOf<User>(await door.call(user, 'accounts.update', edit))).toMatchObject({
      name: 'Aside',
      email,
    });
  });

  test.each(['x', 'a.b', `${'a'.repeat(22)}.${'b'.repeat(43)}`, '\0', '💥'])(
    'what is no link of ours is refused: %j',
    async (token) => {
      for (const id of ['accounts.verifyEmail', 'accounts.confirmEmailChange', 'recovery.useMagicLink']) {
        expect(await door.call(app.visitor(), id, { token })).toMatchObject({
          ok: false,
          code: 'invalid_link',
        });
      }
    },
  );

  test('a link serves its own purpose alone', async () => {
    const username = `purpose-${doorName}`;
    await app.user(username);
    const [resetToken, magicToken] = [
      await askReset(addressOf(username)),
      await askMagicLink(addressOf(username)),
    ];
    expect(await door.call(app.visitor(), 'recovery.useMagicLink', { token: resetToken })).toMatchObject(
      invalid,
    );
    expect(await reset(magicToken)).toMatchObject(invalid);
    answerOf(await reset(resetToken));
  });
});

async function storedLink(token: string): Promise<{ expiresAt: Date; createdAt: Date }> {
  const rows = await app.db.execute(
    `select expires_at, created_at from mailed_links where id = '${token.split('.')[0]}'`,
  );
  const [row] = rows as unknown as { expires_at: string; created_at: string }[];
  return { expiresAt: new Date(String(row?.expires_at)), createdAt: new Date(String(row?.created_at)) };
}

async function expire(token: string): Promise<void> {
  await app.db.execute(
    `update mailed_links set expires_at = now() - interval '1 second' where id = '${token.split('.')[0]}'`,
  );
}
