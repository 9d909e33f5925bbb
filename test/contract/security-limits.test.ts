import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';

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

  test('check 54: a spoofed address moves no limit unless the proxy is trusted', async () => {
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
