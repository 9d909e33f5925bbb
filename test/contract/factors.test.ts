import type { FactorStatus, RecoveryCodes, TotpSetup } from '@portico/shared/factors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe.each(doorNames)('factors through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  const status = async (agent: UserAgent) => answerOf<FactorStatus>(await door.call(agent, 'factors.status'));
  const begin = async (agent: UserAgent) => answerOf<TotpSetup>(await door.call(agent, 'factors.beginTotp'));

  /** A user whose authenticator was confirmed by the code of the step before, so that the present one is good. */
  async function guarded(username: string) {
    const agent = await app.user(username);
    const { secret } = await begin(agent);
    await withinStep();
    const confirmation = { code: totpCode(secret, -1) };
    const { recoveryCodes } = answerOf<RecoveryCodes>(
      await door.call(agent, 'factors.confirmTotp', confirmation),
    );
    const login = (code?: string) =>
      door.call(app.visitor(), 'accounts.login', { username, password, ...(code && { code }) });
    return { agent, secret, recoveryCodes, login };
  }

  test('an authenticator counts from its first right code, which brings ten recovery codes', async () => {
    const user = await app.user(`begun-${doorName}`);
    expect(await status(user)).toEqual({ totpConfirmedAt: null, recoveryCodesLeft: 0 });
    const { secret, otpauthUrl, qrSvg } = await begin(user);
    expect(new URL(otpauthUrl).searchParams.get('secret')).toBe(secret);
    expect(otpauthUrl).toMatch(new RegExp(`^otpauth://totp/localhost:begun-${doorName}\\?`));
    expect(qrSvg).toMatch(/^<svg /);
    expect(await door.call(user, 'factors.confirmTotp', { code: totpCode(secret, 40) })).toMatchObject({
      status: 401,
      code: 'invalid_code',
    });
    expect(await status(user)).toEqual({ totpConfirmedAt: null, recoveryCodesLeft: 0 });
    const { secret: second } = await begin(user);
    expect(second).not.toBe(secret);
    const { recoveryCodes } = answerOf<RecoveryCodes>(
      await door.call(user, 'factors.confirmTotp', { code: totpCode(second) }),
    );
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
    expect(await status(user)).toEqual({ totpConfirmedAt: expect.any(Date), recoveryCodesLeft: 10 });
    for (const id of ['factors.beginTotp', 'factors.confirmTotp']) {
      const again = await door.call(user, id, { code: totpCode(second, 1) });
      expect(again).toMatchObject({ status: 409, code: 'conflict' });
    }
  });

  test('a sign-in asks for a code and takes one of now', async () => {
    const { secret, login } = await guarded(`asked-${doorName}`);
    expect(await login()).toMatchObject({ status: 401, code: 'second_factor_required' });
    expect(await login(totpCode(secret, 40))).toMatchObject({ status: 401, code: 'invalid_code' });
    const spaced = totpCode(secret).replace(/^(...)/, '$1 ');
    expect(answerOf(await login(spaced))).toMatchObject({ username: `asked-${doorName}` });
  });

  test('a wrong password tells nothing of a second factor', async () => {
    const { secret } = await guarded(`silent-${doorName}`);
    const guess = { username: `silent-${doorName}`, password: 'not it', code: totpCode(secret) };
    expect(await door.call(app.visitor(), 'accounts.login', guess)).toMatchObject({
      status: 401,
      code: 'invalid_credentials',
    });
  });

  test('a recovery code counts in place of a code, however it is typed, and one is left less', async () => {
    const { agent, recoveryCodes, login } = await guarded(`lost-${doorName}`);
    const [code = ''] = recoveryCodes;
    expect(answerOf(await login(` ${code.toUpperCase().replace('-', ' ')} `))).toMatchObject({
      username: `lost-${doorName}`,
    });
    expect(await status(agent)).toMatchObject({ recoveryCodesLeft: 9 });
  });

  test('new recovery codes end the old ones', async () => {
    const { agent, recoveryCodes, login } = await guarded(`renewed-${doorName}`);
    const renewed = answerOf<RecoveryCodes>(await door.call(agent, 'factors.renewRecoveryCodes'));
    expect(await login(recoveryCodes[0])).toMatchObject({ status: 401, code: 'invalid_code' });
    expect(await login(renewed.recoveryCodes[0])).toMatchObject({ ok: true });
  });

  test('without its authenticator an account asks for the password alone, and its recovery codes are gone', async () => {
    const { agent, login } = await guarded(`removed-${doorName}`);
    expect(await door.call(agent, 'factors.removeTotp', {})).toMatchObject({ ok: true });
    expect(await status(agent)).toEqual({ totpConfirmedAt: null, recoveryCodesLeft: 0 });
    expect(await login()).toMatchObject({ ok: true });
    for (const id of ['factors.removeTotp', 'factors.renewRecoveryCodes']) {
      expect(await door.call(agent, id, {})).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});
