import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

async function login(agent: UserAgent, username: string): Promise<{ cookie: string; body: string }> {
  const response = await agent.rest('POST', '/login', { username, password });
  expect(response.status).toBe(200);
  return { cookie: response.headers.getSetCookie().join('\n'), body: await response.text() };
}

const tokenOf = (cookie: string) => /session=([^;]*)/.exec(cookie)?.[1] ?? '';
const me = (cookie: string) => app.visitor().rest('GET', '/me', undefined, { cookie });

describe('the cookie', () => {
  test('check 01: on http://localhost it is HttpOnly, Lax, for every path and no domain', async () => {
    await app.user('plain');
    const { cookie } = await login(app.visitor(), 'plain');
    expect(cookie).toMatch(/^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+$/);
  });

  test('check 01: on https it also is Secure and carries the __Host- prefix', async () => {
    await using secure = await testApp({ PUBLIC_ORIGIN: 'https://portico.example' });
    await secure.user('guarded');
    const { cookie } = await login(secure.visitor(), 'guarded');
    expect(cookie).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/);
    expect(cookie).not.toMatch(/domain/i);
  });

  test('check 02: the token is in the cookie alone, whoever hands it out', async () => {
    await app.user('bodiless');
    const { cookie, body } = await login(app.visitor(), 'bodiless');
    expect(tokenOf(cookie)).toMatch(/^.{66}$/);
    for (const half of tokenOf(cookie).split('.')) expect(body).not.toContain(half);
    const visitor = app.visitor();
    const newcomer = { username: 'bodiless-2', email: 'bodiless-2@example.com', password };
    const registered = await (await visitor.rest('POST', '/register', newcomer)).text();
    const signedIn = await visitor.rpc.accounts.login.mutate({ username: 'bodiless-2', password });
    for (const text of [registered, JSON.stringify(signedIn)])
      expect(text).not.toMatch(/[\w-]{22}\.[\w-]{43}/);
  });

  test('check 03: its secret has 256 random bits, different each time', async () => {
    await app.user('random');
    const tokens = [await login(app.visitor(), 'random'), await login(app.visitor(), 'random')].map(
      ({ cookie }) => tokenOf(cookie),
    );
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
  });
});

describe('a session', () => {
  test('check 04: what the database holds opens nothing', async () => {
    await app.user('dumped');
    const rows = await app.db.execute<{ id: string; secret_hash: Buffer }>(
      sql`select id, secret_hash from sessions`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, secret_hash: hash } of rows) {
      for (const secret of [hash.toString('base64url'), hash.toString('hex'), '']) {
        expect((await me(`session=${id}.${secret}`)).status).toBe(401);
      }
    }
  });

  test('check 05: signing in again or proving who one is gives a new token, and the old one is worthless', async () => {
    const user = await app.user('again');
    const prove = () => user.rest('POST', '/reauthentication', { password });
    for (const renew of [() => login(user, 'again'), prove, prove]) {
      const old = user.cookies();
      await renew();
      expect(user.cookies()).not.toBe(old);
      expect((await me(old)).status).toBe(401);
      expect((await me(user.cookies())).status).toBe(200);
    }
  });

  test('check 06: a token that was set beforehand is never adopted', async () => {
    const planted = `session=${'A'.repeat(22)}.${'B'.repeat(43)}`;
    await app.user('fixed');
    const response = await app
      .visitor()
      .rest('POST', '/login', { username: 'fixed', password }, { cookie: planted });
    expect(tokenOf(response.headers.getSetCookie().join())).not.toContain('AAAA');
    expect((await me(planted)).status).toBe(401);
  });

  test('check 06: somebody else’s session that was planted becomes nobody’s: the sign-in gets its own', async () => {
    const attacker = await app.user('planter');
    const planted = attacker.cookies();
    for (const [path, body] of [
      ['/login', { username: 'fixed', password }],
      ['/register', { username: 'fixed-2', email: 'fixed-2@example.com', password }],
    ] as const) {
      const response = await app.visitor().rest('POST', path, body, { cookie: planted });
      const given = tokenOf(response.headers.getSetCookie().join());
      expect(given).toMatch(/^.{66}$/);
      expect(planted).not.toContain(given);
      const whose = await me(planted);
      if (whose.status !== 401) expect(await whose.json()).toMatchObject({ username: 'planter' });
    }
  });

  test('check 07: after a logout its token is worthless', async () => {
    const user = await app.user();
    const cookie = user.cookies();
    const response = await user.rest('POST', '/logout');
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie().join()).toMatch(/session=;.*Max-Age=0/);
    expect((await me(cookie)).status).toBe(401);
    expect((await app.visitor().rest('POST', '/logout')).status).toBe(204);
  });

  test('check 15: a logout clears what the browser kept', async () => {
    const user = await app.user();
    const response = await user.rest('POST', '/logout');
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    const headers = { 'content-type': 'application/json' };
    const rpc = await (await app.user()).fetch('/rpc/accounts.logout', { method: 'POST', headers });
    expect([rpc.status, rpc.headers.get('clear-site-data')]).toEqual([200, '"cache", "storage"']);
  });

  test('check 08: ends when it was idle for thirty days, and use moves that end', async () => {
    const [idle, used] = [await app.user('idle'), await app.user('used')];
    const leave = (interval: string) =>
      app.db.execute(sql`update sessions set expires_at = now() + ${interval}::interval
        where user_id in (select id from users where username in ('idle', 'used'))`);
    await leave('14 days');
    const renewed = await me(used.cookies());
    expect(renewed.headers.getSetCookie().join()).toContain(used.cookies());
    const [session] = await app.db.execute<{ days: number }>(sql`
      select extract(epoch from expires_at - now()) / 86400 as days from sessions
      where user_id = (select id from users where username = 'used')`);
    expect(Number(session?.days)).toBeCloseTo(30, 1);
    await leave('-1 second');
    for (const { cookies } of [idle, used]) expect((await me(cookies())).status).toBe(401);
  });

  test('ends when its user is gone', async () => {
    const user = await app.user('deleted');
    await app.db.execute(sql`delete from users where username = 'deleted'`);
    expect((await me(user.cookies())).status).toBe(401);
  });

  test('check 09: ends ninety days after it began, however much it was used', async () => {
    const user = await app.user('longtime');
    await app.db.execute(
      sql`update sessions set created_at = now() - interval '90 days' where user_id = (select id from users where username = 'longtime')`,
    );
    expect((await me(user.cookies())).status).toBe(401);
  });

  test('a role that was taken away is gone at the next request', async () => {
    const admin = await app.admin();
    const product = { name: 'x', price: { amount: 1, currency: 'EUR' }, stock: 1 };
    expect((await admin.rest('POST', '/products', product)).status).toBe(201);
    await app.db.execute(sql`update users set role = 'user' where role = 'admin'`);
    expect((await admin.rest('POST', '/products', product)).status).toBe(403);
  });

  test('check 13: a hostile cookie is no session and no 500', async () => {
    const token = `${'A'.repeat(22)}.${'B'.repeat(43)}`;
    for (const cookie of [
      'session=%',
      'session=%E0%A4%A',
      `session=${token}; session=${token}`,
      `session=${'x'.repeat(8_192)}`,
      `session=${token}'; drop table sessions`,
      'session',
      '=',
      ';;;',
      `${'a=b; '.repeat(800)}session=x`,
      'session=\u00ff\u00fe',
    ]) {
      const response = await me(cookie);
      expect({ cookie: cookie.slice(0, 40), status: response.status }).toMatchObject({ status: 401 });
    }
  });
});

describe('answers', () => {
  test('no session is 401 with a challenge that has a parameter, as RFC 6750 wants it', async () => {
    const response = await app.visitor().rest('GET', '/me');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="api"');
  });

  test('check 14: everything that a user is told is not stored', async () => {
    const user = await app.user();
    for (const path of ['/api/me', '/api/posts', '/api/session', '/rpc/accounts.me']) {
      expect((await user.fetch(path)).headers.get('cache-control')).toContain('no-store');
    }
  });
});
