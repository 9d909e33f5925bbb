import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { type Issuer, type Person, startIssuer } from '../support/issuer.ts';
import type { UserAgent } from '../support/user-agent.ts';

const path = '/api/connections/oidc/return';

let issuer: Issuer;
let app: TestApp;
beforeAll(async () => {
  issuer = await startIssuer(`http://localhost:3000${path}`);
  app = await testApp(issuer.env);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

let serial = 0;
let person: Person;
beforeEach(() => {
  serial += 1;
  person = {
    sub: `subject-${serial}`,
    email: `person-${serial}@example.com`,
    email_verified: true,
    preferred_username: `person-${serial}`,
  };
  issuer.signInAs(person);
});

const depart = async (browser: UserAgent, returnTo = '/posts') =>
  (await browser.rpc.connections.begin.mutate({ provider: 'oidc', returnTo })).url;

/** Comes back as a browser does: by a navigation, whose answer sends it on. */
async function comeBack(browser: UserAgent, address: URL): Promise<string> {
  const response = await browser.fetch(`${address.pathname}${address.search}`, { redirect: 'manual' });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

async function signIn(browser = app.visitor()): Promise<{ browser: UserAgent; landed: string }> {
  return { browser, landed: await comeBack(browser, await issuer.visit(await depart(browser))) };
}

const me = (browser: UserAgent) => browser.rpc.accounts.me.query();
const isSignedIn = async (browser: UserAgent) => (await browser.rpc.accounts.session.query()).user !== null;

describe('signing in with another service', () => {
  test('somebody new gets an account without a password, and the same one the next time', async () => {
    const { browser, landed } = await signIn();
    expect(landed).toBe('/posts');
    const user = await me(browser);
    expect(user).toMatchObject({
      username: person.preferred_username,
      email: person.email,
      emailVerified: true,
    });
    const again = await signIn();
    expect((await me(again.browser)).id).toBe(user.id);
    const { items } = await browser.rpc.connections.mine.query();
    expect(items).toMatchObject([
      { provider: 'oidc', subject: person.sub, label: person.preferred_username },
    ]);
    expect((await browser.rpc.audit.mine.query({})).items[0]).toMatchObject({
      event: 'signed_in',
      details: { by: 'oidc' },
    });
  });

  test('who comes back twice at once for the first time gets one account, and is in by both', async () => {
    const browsers = [app.visitor(), app.visitor(), app.visitor()];
    const returns: URL[] = [];
    for (const browser of browsers) returns.push(await issuer.visit(await depart(browser)));
    const landed = await Promise.all(
      browsers.map((browser, index) => comeBack(browser, returns[index] ?? new URL(path, 'http://nowhere'))),
    );
    expect(landed).toEqual(['/posts', '/posts', '/posts']);
    const ids = await Promise.all(browsers.map(async (browser) => (await me(browser)).id));
    expect(new Set(ids).size).toBe(1);
  });

  test('check 46: an account is issuer and subject: an address that somebody has gives nobody their account', async () => {
    const owner = await app.user(`owner-${serial}`);
    issuer.signInAs({ ...person, email: `owner-${serial}@example.com` });
    const { browser, landed } = await signIn();
    expect(landed).toBe('/login#refused=email_taken');
    expect(await isSignedIn(browser)).toBe(false);
    expect((await owner.rpc.connections.mine.query()).items).toEqual([]);
  });

  test('check 46: a changed address at the service changes nothing about whose account it is', async () => {
    const first = await me((await signIn()).browser);
    issuer.signInAs({ ...person, email: 'moved@example.com', preferred_username: 'other' });
    expect((await me((await signIn()).browser)).id).toBe(first.id);
  });

  test('a username that is taken gets numbers; a name without letters gets another; no address is refused', async () => {
    await app.user(`person-${serial}`);
    issuer.signInAs({ ...person, email: `free-${serial}@example.com` });
    expect((await me((await signIn()).browser)).username).toMatch(new RegExp(`^person-${serial}-\\d+$`));
    issuer.signInAs({
      sub: `plain-${serial}`,
      email: `plain-${serial}@example.com`,
      preferred_username: '木',
    });
    expect((await me((await signIn()).browser)).username).toMatch(/^member/);
    issuer.signInAs({ sub: `silent-${serial}` });
    expect((await signIn()).landed).toBe('/login#refused=no_email');
  });

  test('who is shut out stays out', async () => {
    const { browser } = await signIn();
    await app.db.execute(sql`update users set disabled_at = now() where id = ${(await me(browser)).id}`);
    const again = await signIn();
    expect(again.landed).toBe('/login#refused=account_disabled');
    expect(await isSignedIn(again.browser)).toBe(false);
  });

  test('a second factor is asked for, by a ticket that is good for once', async () => {
    const { browser } = await signIn();
    const { secret } = await browser.rpc.factors.beginTotp.mutate();
    const { recoveryCodes } = await browser.rpc.factors.confirmTotp.mutate({ code: totpCode(secret) });
    const again = await signIn();
    expect(again.landed).toMatch(/^\/login\/code#ticket=[\w.-]+&next=%2Fposts$/);
    expect(await isSignedIn(again.browser)).toBe(false);
    const ticket = /ticket=([^&]+)/.exec(again.landed)?.[1] ?? '';
    const finish = (code: string) => again.browser.rest('POST', '/connections/finish', { ticket, code });
    expect((await finish('000000')).status).toBe(401);
    expect((await finish(recoveryCodes[0] ?? '')).status).toBe(200);
    expect(await isSignedIn(again.browser)).toBe(true);
    expect((await finish(recoveryCodes[1] ?? '')).status).toBe(400);
  });
});

describe('check 45: a return that does not fit its departure is refused', () => {
  const refused = async (browser: UserAgent, address: URL) => {
    expect(await comeBack(browser, address)).toBe('/login#refused=failed');
    expect(await isSignedIn(browser)).toBe(false);
  };
  const changed = (address: URL, name: string, value: string | null) => {
    const copy = new URL(address);
    if (value === null) copy.searchParams.delete(name);
    else copy.searchParams.set(name, value);
    return copy;
  };

  test('check 45: without its state, with another, from another browser, or a second time', async () => {
    const browser = app.visitor();
    const address = await issuer.visit(await depart(browser));
    await refused(browser, changed(address, 'state', null));
    await refused(browser, changed(address, 'state', 'A'.repeat(43)));
    const other = app.visitor();
    await refused(other, address);
    await depart(other);
    await refused(other, address);
    expect(await comeBack(browser, address)).toBe('/posts');
    await browser.rest('POST', '/logout');
    await refused(browser, address);
  });

  test('check 45: without PKCE: a code of another departure does not fit this one’s verifier', async () => {
    const browser = app.visitor();
    const [one, other] = [await depart(browser), await depart(browser)];
    const stolen = (await issuer.visit(one)).searchParams.get('code');
    await refused(browser, changed(await issuer.visit(other), 'code', stolen));
  });

  test('check 45: without its nonce: a token that was made for another departure', async () => {
    const browser = app.visitor();
    const departure = new URL(await depart(browser));
    expect(departure.searchParams.get('code_challenge_method')).toBe('S256');
    departure.searchParams.set('nonce', 'of-somebody-else');
    await refused(browser, await issuer.visit(departure.href));
    const without = new URL(await depart(browser));
    without.searchParams.delete('nonce');
    await refused(browser, await issuer.visit(without.href));
  });

  test('after ten minutes, and when the service says no', async () => {
    const browser = app.visitor();
    const address = await issuer.visit(await depart(browser));
    await app.db.execute(sql`update connection_attempts set expires_at = now() - interval '1 second'`);
    await refused(browser, address);
    const state = new URL(await depart(browser)).searchParams.get('state');
    const denied = new URL(`http://localhost:3000${path}?error=access_denied&state=${state}`);
    expect(await comeBack(browser, denied)).toBe('/login#refused=cancelled');
  });

  test('going on leads to any path of this site, whatever its letters', async () => {
    const browser = app.visitor();
    const back = await issuer.visit(await depart(browser, '/posts?q=a%20b über \u{1f600}'));
    expect(await comeBack(browser, back)).toBe('/posts?q=a%20b%20%C3%BCber%20%F0%9F%98%80');
  });

  test('going on leads to this site alone', async () => {
    const paths = [
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/posts/..//evil.example',
      '/a\n/b',
    ];
    for (const returnTo of [...paths, 'https://evil.example', 'posts']) {
      const response = await app.visitor().rest('POST', '/connections/begin', { provider: 'oidc', returnTo });
      expect({ returnTo, status: response.status }).toEqual({ returnTo, status: 422 });
    }
  });

  test('what the database holds of a departure or a ticket is of no use', async () => {
    const browser = app.visitor();
    const departure = new URL(await depart(browser));
    const dump = JSON.stringify(await app.db.execute(sql`select * from connection_attempts`));
    for (const name of ['state', 'nonce']) {
      expect(dump).not.toContain(departure.searchParams.get(name));
      const hex = Buffer.from(departure.searchParams.get(name) ?? '').toString('hex');
      expect(dump).not.toContain(hex);
    }
  });
});

describe('connecting an account that one has', () => {
  const connect = async (user: UserAgent) => {
    const { url } = await user.rpc.connections.connect.mutate({ provider: 'oidc' });
    return comeBack(user, await issuer.visit(url));
  };

  test('it signs in from then on, and is told to its owner', async () => {
    const user = await app.user();
    expect(await connect(user)).toBe('/settings/connections');
    expect((await me((await signIn()).browser)).id).toBe((await me(user)).id);
    expect((await user.rpc.audit.mine.query({})).items.map(({ event }) => event)).toContain(
      'connection_added',
    );
    expect(await connect(user)).toBe('/settings/connections');
  });

  test('it is in what its owner downloads', async () => {
    const { browser } = await signIn();
    const archive = (await (await browser.rest('GET', '/me/export')).json()) as { connections: unknown[] };
    expect(archive.connections).toMatchObject([
      { provider: 'oidc', subject: person.sub, label: person.preferred_username },
    ]);
  });

  test('somebody else’s connection is not taken, and who comes back must be who left', async () => {
    await signIn();
    const user = await app.user();
    expect(await connect(user)).toBe('/settings/connections#refused=connected_elsewhere');
    issuer.signInAs({ ...person, sub: `victim-${serial}` });
    const { url } = await user.rpc.connections.connect.mutate({ provider: 'oidc' });
    const address = await issuer.visit(url);
    await user.rest('POST', '/logout');
    expect(await comeBack(user, address)).toBe('/settings/connections#refused=failed');
  });

  test('the last way in stays; with a password it may go', async () => {
    issuer.signInAs({ ...person, email_verified: false });
    const { browser } = await signIn();
    const ref = { provider: 'oidc', subject: person.sub } as const;
    const remove = () => browser.rest('DELETE', `/me/connections/${ref.provider}/${ref.subject}`);
    expect(await (await remove()).json()).toMatchObject({ status: 409, code: 'last_way_in' });
    expect((await browser.rpc.connections.mine.query()).items).toHaveLength(1);
    await browser.rpc.accounts.changePassword.mutate({ password: `${password} more` });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await signIn()).landed).toBe('/login#refused=email_taken');
  });
});

test('an issuer that is away is said so, and nothing that is not configured can be used', async () => {
  await using lonely = await testApp({ ...issuer.env, OIDC_ISSUER: 'http://127.0.0.1:9' });
  const begin = (provider: string) => lonely.visitor().rest('POST', '/connections/begin', { provider });
  expect((await begin('oidc')).status).toBe(503);
  expect((await begin('google')).status).toBe(404);
  expect(await lonely.visitor().rpc.connections.providers.query()).toEqual({
    items: [{ id: 'oidc', name: 'Issuer of the test' }],
  });
});
