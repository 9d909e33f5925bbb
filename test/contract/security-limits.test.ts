import { describe, expect, test } from 'vitest';
import { password, testApp } from '../support/app.ts';

const elsewhere = { 'x-forwarded-for': '198.51.100.7' };

describe('failed logins', () => {
  test('a burst on one account is stopped, and its owner elsewhere is not locked out', async () => {
    await using app = await testApp();
    await app.user('besieged');
    const attacker = app.visitor();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const response = await attacker.rest('POST', '/login', {
        username: 'besieged',
        password: `guess ${attempt}`,
      });
      statuses.push(response.status);
      if (response.status !== 429) continue;
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({ code: 'rate_limited' });
    }
    expect(statuses).toContain(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await attacker.rest('POST', '/login', { username: 'BESIEGED', password })).status).toBe(429);
    const owner = await app.visitor().rest('POST', '/login', { username: 'besieged', password }, elsewhere);
    expect(owner.status).toBe(200);
  });

  test('known and unknown accounts take the same time', async () => {
    await using app = await testApp();
    await app.user('known');
    const median = async (username: string) => {
      const times: number[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const started = performance.now();
        await app.visitor().rest('POST', '/login', { username, password: 'wrong password' });
        times.push(performance.now() - started);
      }
      return times.toSorted((a, b) => a - b)[3] ?? 0;
    };
    await median('warm-up');
    const [known, unknown] = [await median('known'), await median('unknown')];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });
});

describe('calls', () => {
  test('past the limit are refused through both doors, each call of a batch counted', async () => {
    await using app = await testApp({ RATE_LIMIT: '20' });
    const visitor = app.visitor();
    const batch = `/rpc/${Array.from({ length: 15 }, () => 'accounts.session').join(',')}?batch=1&input=%7B%7D`;
    expect((await visitor.fetch(batch)).status).toBe(200);
    const statuses = [];
    for (let call = 0; call < 6; call += 1) statuses.push((await visitor.rest('GET', '/posts')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await visitor.rpc.posts.list.query({}).catch((error: unknown) => error);
    expect(refused).toMatchObject({ data: { httpStatus: 429, problem: { code: 'rate_limited' } } });
    expect((await app.visitor().rest('GET', '/posts')).status).toBe(200);
  });

  test('a spoofed address moves no limit unless the proxy is trusted', async () => {
    await using app = await testApp({ RATE_LIMIT: '3', TRUST_PROXY: 'false' });
    const statuses = [];
    for (let call = 0; call < 5; call += 1) {
      const headers = {
        'x-forwarded-for': `203.0.113.${call}`,
        forwarded: `for=203.0.113.${call}`,
        'x-real-ip': `203.0.113.${call}`,
      };
      statuses.push((await app.visitor().rest('GET', '/posts', undefined, headers)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});

test('nothing secret gets into the log', async () => {
  await using app = await testApp({ LOG_LEVEL: 'trace' });
  const user = await app.user('discreet');
  await user.rest('POST', '/login', { username: 'discreet', password: 'wrong-and-secret' });
  await user.rest('POST', '/login', { username: 'inject\nlevel=50 forged', password: 'x' });
  const log = app.logged.join('');
  expect(log).not.toContain('wrong-and-secret');
  expect(log).not.toContain(password);
  expect(log).not.toContain(user.cookies().split('=')[1]);
  for (const line of app.logged) expect(line.trimEnd().split('\n')).toHaveLength(1);
});
