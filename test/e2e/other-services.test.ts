import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { totpCode, withinStep } from '../support/authenticator.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let issuer: Issuer;
let site: Site;
beforeAll(async () => {
  site = await openSite({
    async env(origin) {
      issuer = await startIssuer(`${origin}/api/connections/oidc/return`);
      return issuer.env;
    },
  });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});
afterEach(() => {
  const isExpected = (complaint: string) =>
    complaint.startsWith(`elsewhere: ${issuer.address}/`) || /status of 4(?:00|01)/.test(complaint);
  expect(site.complaints().filter((complaint) => !isExpected(complaint))).toEqual([]);
});

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue with Issuer of the test' }).click();
const signedIn = (page: Page, name: string) =>
  page.getByRole('button', { name: `Account of ${name}` }).waitFor();

/** Calls an operation as whoever is signed in on a page. */
function post<Answer>(page: Page, path: string, body: unknown = {}): Promise<Answer> {
  const send = async ([address = '', json = '']: string[]) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: json });
    return response.json();
  };
  return page.evaluate(send, [`/api${path}`, JSON.stringify(body)]);
}

test('somebody new comes back with an account, to where they were', async () => {
  issuer.signInAs({
    sub: 'new-1',
    email: 'vouched@example.com',
    email_verified: true,
    preferred_username: 'vouched',
  });
  const page = await site.open('/write');
  await goOn(page);
  await page.waitForURL(`${site.origin}/write`);
  await signedIn(page, 'vouched');
});

test('an account with a second step asks for its code, says when it is wrong, and goes on', async () => {
  issuer.signInAs({
    sub: 'guarded-1',
    email: 'guarded@example.com',
    email_verified: true,
    preferred_username: 'guarded',
  });
  const page = await site.open('/login?from=%2Fposts%3Fq%3Da%26tag%3Db');
  await goOn(page);
  await signedIn(page, 'guarded');
  const { secret } = await post<{ secret: string }>(page, '/me/factors/totp');
  await withinStep();
  await post(page, '/me/factors/totp/confirmation', { code: totpCode(secret, -1), revokeOthers: false });

  const later = await site.open('/login?from=%2Fposts%3Fq%3Da%26tag%3Db');
  await goOn(later);
  await later.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
  const code = later.getByLabel('Code', { exact: true });
  await code.fill('000000');
  await later.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect.poll(() => code.getAttribute('aria-invalid')).toBe('true');
  await code.fill(totpCode(secret));
  await later.getByRole('button', { name: 'Log in', exact: true }).click();
  await later.waitForURL(/\/posts\?q=a&tag=b$/);
  await signedIn(later, 'guarded');
});

test('an address that has an account is refused in words, and the way in stays open', async () => {
  await site.app.user('owner');
  issuer.signInAs({ sub: 'thief-1', email: 'owner@example.com', email_verified: true });
  const page = await site.open('/login');
  await goOn(page);
  await page.getByText('An account with this e-mail address exists already.').waitFor();
  await page.getByRole('button', { name: 'Continue with Issuer of the test' }).waitFor();
});

test('a ticket that nobody issued leads back to the login', async () => {
  const page = await site.open('/login/code#ticket=no.ticket&next=%2F');
  await page.getByLabel('Code', { exact: true }).fill('123456');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('link', { name: 'Back to the login' }).waitFor();
});
