import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/locks.ts';
import { bearer, type TokenUser, tokenUser } from './token-user.ts';

let app: TestApp;
let signIn: TokenUser['signIn'];
let me: TokenUser['me'];
let refresh: TokenUser['refresh'];
let expectRefused: TokenUser['expectRefused'];
beforeAll(async () => {
  app = await testApp();
  ({ signIn, me, refresh, expectRefused } = tokenUser(app));
});
afterAll(() => app[Symbol.asyncDispose]());

describe('refreshing', () => {
  test('check 43: a token is good for once; one that comes again ends its whole family', async () => {
    const first = await signIn();
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect((await me(bearer(second.body.accessToken))).status).toBe(200);
    const again = await refresh(first.refreshToken);
    expect([again.status, again.body.code]).toEqual([401, 'invalid_token']);
    expect((await refresh(second.body.refreshToken)).status).toBe(401);
    await expectRefused(second.body.accessToken);
    await expectRefused(first.accessToken);
    const told = await app.db.execute(
      sql`select 1 from audit_events where event = 'token_reused' and user_id = ${first.user.id}`,
    );
    expect(told).toHaveLength(1);
  });

  test('check 43: of many at once at most one succeeds, and then the family is over', async () => {
    const { refreshToken } = await signIn();
    const results = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    const won = results.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(results.filter(({ status }) => status === 401)).toHaveLength(7);
    expect((await refresh(won[0]?.body.refreshToken ?? '')).status).toBe(401);
  });

  test('check 43: of several that meet at the row of their token one succeeds, and the second ends the family', async () => {
    const { refreshToken } = await signIn();
    const id = refreshToken.split('.')[0] ?? '';
    await using held = await holding(app.db, sql`select from refresh_tokens where id = ${id} for update`);
    const refreshes = [refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)];
    await held.waiting(3);
    await held.release();
    const results = await Promise.all(refreshes);
    expect(results.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
    const won = results.find(({ status }) => status === 200);
    await expectRefused(won?.body.accessToken ?? '');
    expect((await refresh(won?.body.refreshToken ?? '')).status).toBe(401);
  });

  test('check 44: no refresh leads past ninety days', async () => {
    const { refreshToken, user } = await signIn();
    await app.db.execute(
      sql`update token_families set expires_at = now() + interval '1 hour' where user_id = ${user.id}`,
    );
    const next = await refresh(refreshToken);
    const left = new Date(next.body.refreshExpiresAt).getTime() - Date.now();
    expect(left).toBeLessThanOrEqual(60 * 60 * 1000);
    await app.db.execute(
      sql`update token_families set expires_at = now() - interval '1 second' where user_id = ${user.id}`,
    );
    expect((await refresh(next.body.refreshToken)).status).toBe(401);
    await expectRefused(next.body.accessToken);
  });

  test('a token that waited for thirty days is over, and so is none that is malformed', async () => {
    const { refreshToken } = await signIn();
    await app.db.execute(sql`update refresh_tokens set expires_at = now() - interval '1 second'`);
    for (const token of [refreshToken, 'x', refreshToken.replace('.', ''), `${refreshToken}A`]) {
      expect((await refresh(token)).status).toBe(401);
    }
  });

  test('who is disabled has no way on, and a role that was taken away is gone at the next request', async () => {
    const { accessToken, refreshToken, user } = await signIn();
    await app.db.execute(sql`update users set role = 'admin' where id = ${user.id}`);
    const product = { name: 'x', price: { amount: 1, currency: 'EUR' }, stock: 1 };
    const create = () => app.visitor().rest('POST', '/products', product, bearer(accessToken));
    expect((await create()).status).toBe(201);
    await app.db.execute(sql`update users set role = 'user' where id = ${user.id}`);
    expect((await create()).status).toBe(403);
    await app.db.execute(sql`update users set disabled_at = now() where id = ${user.id}`);
    await expectRefused(accessToken);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  test('signing an app out ends its tokens, and succeeds twice', async () => {
    const { accessToken, refreshToken } = await signIn();
    for (const _ of [1, 2]) {
      expect((await app.visitor().rest('POST', '/tokens/revoke', { refreshToken })).status).toBe(204);
    }
    await expectRefused(accessToken);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  test('a logout by access token ends its family', async () => {
    const { accessToken, refreshToken } = await signIn();
    expect((await app.visitor().rest('POST', '/logout', undefined, bearer(accessToken))).status).toBe(204);
    expect((await refresh(refreshToken)).status).toBe(401);
  });
});

describe('scopes', () => {
  test('a token reaches as far as it was made for', async () => {
    const { accessToken } = await signIn(['posts:write']);
    const post = { title: 'Scoped', body: '' };
    const created = await app.visitor().rest('POST', '/posts', post, bearer(accessToken));
    expect(created.status).toBe(201);
    const refused = await me(bearer(accessToken));
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_scope", scope="account:read"',
    );
    expect(await refused.json()).toMatchObject({ code: 'insufficient_scope' });
  });

  test('what names no scope needs a token for everything', async () => {
    const { accessToken } = await signIn(['posts:write', 'account:read', 'account:write']);
    for (const path of ['/me/sessions', '/me/factors']) {
      const refused = await app.visitor().rest('GET', path, undefined, bearer(accessToken));
      expect(await refused.json()).toMatchObject({ code: 'insufficient_scope' });
    }
  });

  test('what anyone may see, it sees as a visitor', async () => {
    const { accessToken } = await signIn(['posts:write']);
    const headers = bearer(accessToken);
    const created = await app.visitor().rest('POST', '/posts', { title: 'Draft', body: '' }, headers);
    const { id } = await created.json();
    expect((await app.visitor().rest('GET', `/posts/${id}`, undefined, headers)).status).toBe(404);
    expect(await (await app.visitor().rest('GET', '/session', undefined, headers)).json()).toEqual({
      user: null,
    });
  });

  test('a refresh does not widen them, and unknown ones are refused', async () => {
    const { refreshToken } = await signIn(['posts:write']);
    const { body } = await refresh(refreshToken);
    expect((await me(bearer(body.accessToken))).status).toBe(403);
    const response = await app
      .visitor()
      .rest('POST', '/tokens', { username: 'app-1', password, scopes: ['root'] });
    expect(response.status).toBe(422);
  });
});

test('wrong credentials are the same answer for a known and an unknown name', async () => {
  const attempt = async (username: string) => {
    const response = await app.visitor().rest('POST', '/tokens', { username, password: 'wrong' });
    const { requestId: _, ...problem } = await response.json();
    return problem;
  };
  expect(await attempt('app-1')).toEqual(await attempt('nobody-at-all'));
  expect(await attempt('app-1')).toMatchObject({ status: 401, code: 'invalid_credentials' });
});

describe('an app is a device', () => {
  test('it is listed beside browsers, and revoking it ends its tokens', async () => {
    const { accessToken, refreshToken, user } = await signIn();
    const headers = bearer(accessToken);
    const { items } = await (await app.visitor().rest('GET', '/me/sessions', undefined, headers)).json();
    expect(items).toMatchObject([
      { kind: 'app', current: true },
      { kind: 'browser', current: false },
    ]);
    expect(user.id).toMatch(/-/);
    const path = `/me/sessions/${items[0].id}`;
    expect((await app.visitor().rest('DELETE', path, undefined, headers)).status).toBe(204);
    await expectRefused(accessToken);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  test('it proves once more who its user is, and keeps its tokens', async () => {
    const { accessToken, user } = await signIn();
    await app.db.execute(
      sql`update token_families set authenticated_at = now() - interval '1 hour' where user_id = ${user.id}`,
    );
    const list = () => app.visitor().rest('GET', '/me/sessions', undefined, bearer(accessToken));
    expect((await list()).status).toBe(403);
    const proof = await app.visitor().rest('POST', '/reauthentication', { password }, bearer(accessToken));
    expect(proof.status).toBe(204);
    expect(proof.headers.getSetCookie()).toEqual([]);
    expect((await list()).status).toBe(200);
  });
});
