import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDoor } from '../contract/doors.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';

const from = (address: string) => ({ 'x-forwarded-for': address });

/** Attempts to sign in; answers the status of each. */
async function attempts(app: TestApp, count: number, input: object, address: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) {
    statuses.push((await app.visitor().rest('POST', '/login', input, from(address))).status);
  }
  return statuses;
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

describe('check 31: wrong passwords', () => {
  test('in a burst are stopped, and the owner elsewhere is not locked out', async () => {
    await using app = await testApp();
    await app.user('besieged');
    const wrong = { username: 'besieged', password: 'not it' };
    expect(await attempts(app, 12, wrong, '203.0.113.1')).toEqual([...times(10, 401), 429, 429]);
    const right = { username: 'BESIEGED', password };
    expect(await attempts(app, 1, right, '203.0.113.1')).toEqual([429]);
    const refused = await app.visitor().rest('POST', '/login', right, from('203.0.113.1'));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'rate_limited' });
    expect(await attempts(app, 1, right, '203.0.113.2')).toEqual([200]);
  });

  test.each([
    ['a network of IPv6', (call: number) => `2001:db8:1:2:${call.toString(16)}::${call}`],
    ['one address, by a proxy that tells ports', (call: number) => `198.51.100.7:${5000 + call}`],
    ['one address in several spellings', (call: number) => `${call % 2 ? '::ffff:' : ''}198.51.100.8`],
  ])('from %s are one guesser’s', async (_whence, addressOf) => {
    await using app = await testApp();
    await app.user('networked');
    const statuses: number[] = [];
    for (let call = 0; call < 12; call += 1) {
      statuses.push(...(await attempts(app, 1, { username: 'networked', password: 'no' }, addressOf(call))));
    }
    expect(statuses).toEqual([...times(10, 401), 429, 429]);
    const right = { username: 'networked', password };
    expect(await attempts(app, 1, right, '2001:db8:1:3::1')).toEqual([200]);
  });

  test('all at once are stopped likewise', async () => {
    await using app = await testApp();
    await app.user('stormed');
    const wrong = { username: 'stormed', password: 'not it' };
    const statuses = await Promise.all(
      Array.from({ length: 15 }, () => attempts(app, 1, wrong, '203.0.113.3')),
    );
    expect(statuses.flat().toSorted()).toEqual([...times(10, 401), ...times(5, 429)]);
  });

  test('right ones are not counted, and a guesser who is stopped takes nothing from the account', async () => {
    await using app = await testApp();
    await app.user('regular');
    const right = { username: 'regular', password };
    expect(await attempts(app, 12, right, '203.0.113.4')).toEqual(times(12, 200));
    await attempts(app, 14, { username: 'regular', password: 'not it' }, '203.0.113.5');
    const [widest] = await app.db.execute<{ points: number }>(
      sql`select max(points) as points from rate_limits where expire > now() + interval '50 minutes'`,
    );
    expect(widest?.points).toBe(10);
  });

  test('for many names from one address are stopped', async () => {
    await using app = await testApp();
    await attempts(app, 1, { username: 'anybody', password: 'not it' }, '203.0.113.6');
    await app.db.execute(sql`update rate_limits set points = 100`);
    expect(await attempts(app, 1, { username: 'somebody', password: 'not it' }, '203.0.113.6')).toEqual([
      429,
    ]);
    expect(await attempts(app, 1, { username: 'somebody', password: 'not it' }, '203.0.113.7')).toEqual([
      401,
    ]);
  });

  test('from everywhere for one account stop strangers, and not its owner where they were before', async () => {
    await using app = await testApp();
    await app.user('famous');
    const right = { username: 'famous', password };
    expect(await attempts(app, 1, right, '203.0.113.8')).toEqual([200]);
    await attempts(app, 1, { username: 'famous', password: 'not it' }, '203.0.113.9');
    await app.db.execute(
      sql`update rate_limits set points = 500 where expire > now() + interval '50 minutes'`,
    );
    expect(await attempts(app, 1, right, '203.0.113.10')).toEqual([429]);
    expect(await attempts(app, 1, right, '203.0.113.8')).toEqual([200]);
    expect(await attempts(app, 1, { username: 'nobody', password }, '203.0.113.8')).toEqual([401]);
  });

  test('from everywhere for one account do not stop its owner where an app of theirs was before', async () => {
    await using app = await testApp();
    await app.user('mobile');
    const signInApp = async (address: string) =>
      (await app.visitor().rest('POST', '/tokens', { username: 'mobile', password }, from(address))).status;
    expect(await signInApp('203.0.113.11')).toBe(200);
    await attempts(app, 1, { username: 'mobile', password: 'not it' }, '203.0.113.12');
    await app.db.execute(
      sql`update rate_limits set points = 500 where expire > now() + interval '50 minutes'`,
    );
    expect(await signInApp('203.0.113.13')).toBe(429);
    expect(await signInApp('203.0.113.11')).toBe(200);
  });

  test('when somebody proves again who they are are stopped, too', async () => {
    await using app = await testApp();
    const user = await app.user();
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      statuses.push((await user.rest('POST', '/reauthentication', { password: 'not it' })).status);
    }
    expect(statuses).toEqual([...times(10, 401), 429, 429]);
  });
});

test('check 35: guesses of a code are stopped, and the owner elsewhere is not locked out', async () => {
  await using app = await testApp();
  const user = await app.user('guarded');
  const { secret } = await user.rpc.factors.beginTotp.mutate();
  const door = openDoor('rest', app);
  await withinStep();
  expect(await door.call(user, 'factors.confirmTotp', { code: totpCode(secret, -1) })).toMatchObject({
    ok: true,
  });
  const guess = { username: 'guarded', password, code: '000000' };
  expect(await attempts(app, 7, guess, '203.0.113.20')).toEqual([...times(5, 401), 429, 429]);
  const right = { ...guess, code: totpCode(secret) };
  expect(await attempts(app, 1, right, '203.0.113.20')).toEqual([429]);
  expect(await attempts(app, 1, right, '203.0.113.21')).toEqual([200]);
});
