import { createHmac, generateKeyPairSync } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { importPKCS8, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSeal } from '../../server/src/engine/auth/seal.ts';
import { type TestApp, testApp } from '../support/app.ts';
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

/** Signs what it is told with the server's own key, as only the server could. */
async function forge(
  claims: Readonly<Record<string, unknown>>,
  head: Readonly<Record<string, unknown>> = {},
) {
  const [key] = await app.db.execute<{ id: string; sealed_private_key: Buffer }>(
    sql`select id, sealed_private_key from signing_keys`,
  );
  const pkcs8 = createSeal(app.config.tokenSecret, 'signing key').open(
    key?.sealed_private_key ?? Buffer.alloc(0),
  );
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key?.id ?? '', ...head })
    .sign(await importPKCS8(pkcs8 ?? '', 'EdDSA'));
}

const partsOf = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('check 38: the Authorization header', () => {
  test('check 38: no token is 401 with a bare challenge', async () => {
    const response = await me({});
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="api"']);
  });

  test('check 38: a bad token is invalid_token through both doors, also where anyone may call', async () => {
    for (const bad of ['x', 'a.b.c', `${'A'.repeat(22)}.${'B'.repeat(43)}`, 'é', 'x'.repeat(9_000), '']) {
      await expectRefused(bad);
      const open = await app.visitor().rest('GET', '/posts', undefined, bearer(bad));
      expect(open.status).toBe(401);
      const rpc = await app.visitor().fetch('/rpc/posts.list', { headers: bearer(bad) });
      expect(rpc.status).toBe(401);
      expect(JSON.stringify(await rpc.json())).toContain('invalid_token');
    }
  });

  test('check 38: the scheme may be written in any case; another scheme is none of ours', async () => {
    const { accessToken } = await signIn();
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR']) {
      expect((await me({ authorization: `${scheme} ${accessToken}` })).status).toBe(200);
    }
    expect((await me({ authorization: `Basic ${accessToken}` })).status).toBe(401);
  });

  test('one context for both: a caller by token is who they are by cookie, through both doors', async () => {
    const { accessToken, user } = await signIn();
    const rpc = await app.visitor().fetch('/rpc/accounts.me', { headers: bearer(accessToken) });
    expect(JSON.stringify(await rpc.json())).toContain(user.id);
    const created = await app
      .visitor()
      .rest('POST', '/posts', { title: 'By an app', body: '' }, bearer(accessToken));
    expect(await created.json()).toMatchObject({ author: { id: user.id } });
  });

  test('the token counts where a cookie comes along', async () => {
    const { accessToken, user } = await signIn();
    const other = await app.user();
    expect(await (await other.rest('GET', '/me', undefined, bearer(accessToken))).json()).toMatchObject({
      id: user.id,
    });
    expect((await other.rest('GET', '/me', undefined, bearer('x'))).status).toBe(401);
  });
});

test('check 39: a token in an address is refused', async () => {
  const { accessToken } = await signIn();
  for (const query of [`?access_token=${accessToken}`, `?a=b&access_token=x`]) {
    const response = await me({}, query);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(accessToken);
    const rpc = await app.visitor().fetch(`/rpc/accounts.me${query}`);
    expect(rpc.status).toBe(400);
    expect(await rpc.text()).not.toContain(accessToken);
  }
});

describe('forged tokens', () => {
  test('check 40: no algorithm, a symmetric one, and another key', async () => {
    const { accessToken } = await signIn();
    const [head, claims] = partsOf(accessToken);
    const keySet = await (await app.visitor().fetch('/.well-known/jwks.json')).json();
    for (const alg of ['none', 'None', 'HS256', 'EdDSA', 'Ed25519']) {
      const signed = `${encode({ ...head, alg })}.${encode(claims)}`;
      await expectRefused(`${signed}.`);
      for (const key of [keySet.keys[0].x, JSON.stringify(keySet.keys[0]), '']) {
        await expectRefused(`${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`);
      }
    }
    const stranger = generateKeyPairSync('ed25519').privateKey;
    await expectRefused(
      await new SignJWT(claims).setProtectedHeader({ ...head, alg: 'EdDSA' }).sign(stranger),
    );
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await expectRefused(await new SignJWT(claims).setProtectedHeader({ ...head, alg: 'RS256' }).sign(rsa));
  });

  test('check 41: keys that a token brings along are not read', async () => {
    const { accessToken } = await signIn();
    const [head, claims] = partsOf(accessToken);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const jwk = publicKey.export({ format: 'jwk' });
    const url = 'https://keys.example/jwks.json';
    for (const brought of [
      { jwk },
      { jku: url },
      { x5u: url },
      { jwk, kid: undefined },
      { kid: '../../etc' },
    ]) {
      const header = JSON.parse(JSON.stringify({ ...head, alg: 'EdDSA', ...brought }));
      await expectRefused(await new SignJWT(claims).setProtectedHeader(header).sign(privateKey));
    }
  });

  test('check 42: a wrong audience, issuer, type, end or beginning', async () => {
    const { accessToken } = await signIn();
    const [, claims] = partsOf(accessToken);
    const now = Math.floor(Date.now() / 1000);
    expect((await me(bearer(await forge(claims)))).status).toBe(200);
    for (const wrong of [
      { aud: 'https://other.example' },
      { iss: 'https://other.example' },
      { exp: now - 60 },
      { exp: undefined },
      { nbf: now + 3_600 },
      { sub: undefined },
      { sid: undefined },
      { sid: crypto.randomUUID() },
      { sub: crypto.randomUUID() },
    ]) {
      await expectRefused(await forge(JSON.parse(JSON.stringify({ ...claims, ...wrong }))));
    }
    await expectRefused(await forge(claims, { typ: 'JWT' }));
    await expectRefused(await forge(claims, { typ: 'refresh' }));
  });

  test('what the database holds refreshes nothing', async () => {
    await signIn();
    const rows = await app.db.execute<{ id: string; secret_hash: Buffer }>(
      sql`select id, secret_hash from refresh_tokens`,
    );
    for (const { id, secret_hash: hash } of rows) {
      expect((await refresh(`${id}.${hash.toString('base64url')}`)).status).toBe(401);
    }
    const dump = JSON.stringify(await app.db.execute(sql`select * from signing_keys`));
    expect(dump).not.toMatch(/PRIVATE KEY|"d":/);
  });
});
