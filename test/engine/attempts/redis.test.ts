import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { hasRedis, testRedis } from '../../support/redis.ts';

/** Guesses once, from one address whichever process is asked. */
async function guess(app: TestApp, username: string): Promise<number> {
  const headers = { 'x-forwarded-for': '198.51.100.23' };
  const response = await app.visitor().rest('POST', '/login', { username, password: 'not it' }, headers);
  return response.status;
}

async function guesses(count: number, of: () => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push(await of());
  return statuses;
}

const countedInDatabase = async ({ db }: TestApp) =>
  (await db.execute<{ count: number }>(sql`select count(*)::int as count from rate_limits`))[0]?.count;

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

describe.skipIf(!hasRedis)('with Redis', () => {
  test('processes without anything else in common count together', async () => {
    await using redis = await testRedis();
    await using one = await testApp({ REDIS_URL: redis.url });
    await using other = await testApp({ REDIS_URL: redis.url });
    await connected(one, redis.size);
    await connected(other, redis.size);
    expect(await guesses(6, () => guess(one, 'shared'))).toEqual(times(6, 401));
    expect(await guesses(6, () => guess(other, 'shared'))).toEqual([...times(4, 401), 429, 429]);
    expect(await countedInDatabase(one)).toBe(0);
    expect(await countedInDatabase(other)).toBe(0);
  });

  test('while it is away the database counts, and it counts again when it is back', async () => {
    await using redis = await testRedis();
    await using app = await testApp({ REDIS_URL: redis.url, LOG_LEVEL: 'info' });
    await connected(app, redis.size);
    await redis.kill();
    expect(await guesses(12, () => guess(app, 'away'))).toEqual([...times(10, 401), 429, 429]);
    expect(await countedInDatabase(app)).toBeGreaterThan(0);
    expect(app.logged.filter((line) => line.includes('Redis is away'))).toHaveLength(1);
    await redis.restart();
    await connected(app, redis.size);
    expect(app.logged.filter((line) => line.includes('Redis is back'))).toHaveLength(1);
  });

  test('one that hangs holds nobody up, and guesses are counted', async () => {
    await using redis = await testRedis();
    await using app = await testApp({ REDIS_URL: redis.url });
    await connected(app, redis.size);
    redis.freeze(true);
    const statuses = await Promise.all(Array.from({ length: 14 }, () => guess(app, 'hangs')));
    redis.freeze(false);
    expect(statuses.toSorted()).toEqual([...times(10, 401), ...times(4, 429)]);
  });

  test('a server starts without it', async () => {
    await using redis = await testRedis();
    await redis.kill();
    await using app = await testApp({ REDIS_URL: redis.url });
    expect(await guesses(11, () => guess(app, 'absent'))).toEqual([...times(10, 401), 429]);
  });
});

/** Resolves once what the app counts arrives at Redis. */
async function connected(app: TestApp, size: () => Promise<number>): Promise<void> {
  const before = await size();
  await expect
    .poll(
      async () => {
        await guess(app, crypto.randomUUID());
        return size();
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(before);
  await app.db.execute(sql`delete from rate_limits`);
}
