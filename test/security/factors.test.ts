import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, doorNames, openDoor } from '../contract/doors.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';
import { holding } from '../support/locks.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

/** A user whose authenticator was confirmed by the code of the step before, so that the present one is good. */
async function guarded(username: string) {
  const agent = await app.user(username);
  const { secret } = await agent.rpc.factors.beginTotp.mutate();
  await withinStep();
  const { recoveryCodes } = await agent.rpc.factors.confirmTotp.mutate({ code: totpCode(secret, -1) });
  return { agent, secret, recoveryCodes };
}

describe.each(doorNames)('through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  const login = (username: string, code?: string) =>
    door.call(app.visitor(), 'accounts.login', { username, password, code });
  const refused = { status: 401, code: 'invalid_code' };

  test('check 33: a code of the authenticator counts once, and none that is older counts after it', async () => {
    const username = `reused-${doorName}`;
    const { secret } = await guarded(username);
    const [before, code] = [totpCode(secret, -1), totpCode(secret)];
    expect(await login(username, before)).toMatchObject(refused);
    expect(await login(username, code)).toMatchObject({ ok: true });
    expect(await login(username, code)).toMatchObject(refused);
    expect(await login(username, before)).toMatchObject(refused);
    expect(await login(username, totpCode(secret, 1))).toMatchObject({ ok: true });
  });

  test('check 33: a code that confirmed the authenticator counts no second time', async () => {
    const username = `confirmed-${doorName}`;
    const agent = await app.user(username);
    const { secret } = await agent.rpc.factors.beginTotp.mutate();
    const code = totpCode(secret);
    expect(await door.call(agent, 'factors.confirmTotp', { code })).toMatchObject({ ok: true });
    expect(await login(username, code)).toMatchObject(refused);
  });

  test('check 33: a code counts a half minute before and after its time, and no longer', async () => {
    const username = `window-${doorName}`;
    const { secret } = await guarded(username);
    const forget = () => app.db.execute(sql`update totp_factors set last_step = 0`);
    // The clock may go on by one step between the two sides: what lies two away may be one away.
    for (const steps of [-4, -3, 3, 4]) {
      await forget();
      expect(await login(username, totpCode(secret, steps))).toMatchObject(refused);
    }
    for (const steps of [0, 1]) {
      await forget();
      expect(await login(username, totpCode(secret, steps))).toMatchObject({ ok: true });
    }
  });

  test('check 34: a recovery code counts once, and is kept as a keyed hash', async () => {
    const username = `recovers-${doorName}`;
    const { recoveryCodes } = await guarded(username);
    const [first = '', second = ''] = recoveryCodes;
    expect(await login(username, first)).toMatchObject({ ok: true });
    expect(await login(username, first)).toMatchObject(refused);
    expect(await login(username, second)).toMatchObject({ ok: true });
    const rows = await app.db.execute<{ row: string }>(
      sql`select recovery_codes::text as row from recovery_codes`,
    );
    for (const { row } of rows) {
      expect(row).toMatch(/\\x[0-9a-f]{64}/);
      for (const code of recoveryCodes) expect(row).not.toContain(code.replace('-', ''));
    }
  });

  test('check 34: another user’s recovery code is worth nothing', async () => {
    const { recoveryCodes } = await guarded(`owner-${doorName}`);
    await guarded(`thief-${doorName}`);
    expect(await login(`thief-${doorName}`, recoveryCodes[0])).toMatchObject(refused);
    expect(await login(`owner-${doorName}`, recoveryCodes[0])).toMatchObject({ ok: true });
  });

  test('proving again who one is asks for the code, too', async () => {
    const { agent, secret } = await guarded(`proves-${doorName}`);
    const prove = (input: object) => door.call(agent, 'accounts.reauthenticate', { password, ...input });
    expect(await prove({})).toMatchObject({ status: 401, code: 'second_factor_required' });
    expect(await prove({ code: totpCode(secret, 40) })).toMatchObject(refused);
    expect(await prove({ code: totpCode(secret) })).toMatchObject({ ok: true });
  });
});

test('a copy of the database holds no secret of an authenticator', async () => {
  const { secret } = await guarded('copied');
  const rows = await app.db.execute<{ sealed: Buffer }>(
    sql`select sealed_secret as sealed from totp_factors`,
  );
  for (const { sealed } of rows) {
    expect(sealed.toString('latin1')).not.toContain(secret);
    expect(sealed.length).toBeGreaterThan(secret.length);
  }
});

describe('two uses at once', () => {
  const login = async (username: string, code: string) =>
    (await app.visitor().rest('POST', '/login', { username, password, code })).status;

  test('check 33: of one code of the authenticator one succeeds', async () => {
    const { secret } = await guarded('at-once');
    await using held = await holding(app.db, sql`select from totp_factors for update`);
    const logins = [login('at-once', totpCode(secret)), login('at-once', totpCode(secret))];
    await held.waiting(2);
    await held.release();
    expect((await Promise.all(logins)).toSorted()).toEqual([200, 401]);
  });

  test('check 34: of one recovery code one succeeds', async () => {
    const { recoveryCodes } = await guarded('recovers-at-once');
    const [code = ''] = recoveryCodes;
    await using held = await holding(app.db, sql`select from recovery_codes for update`);
    const logins = [login('recovers-at-once', code), login('recovers-at-once', code)];
    await held.waiting(2);
    await held.release();
    expect((await Promise.all(logins)).toSorted()).toEqual([200, 401]);
  });
});
