import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
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
    complaint.startsWith(`elsewhere: ${issuer.address}/`) || complaint.includes('status of 409');
  expect(site.complaints().filter((complaint) => !isExpected(complaint))).toEqual([]);
});

const connect = 'Connect Issuer of the test';

test('a service is connected, signs nobody else in, and is removed again', async () => {
  issuer.signInAs({ sub: 'known-1', email: 'known@example.com', email_verified: true });
  const user = await site.app.user('connected');
  const page = await site.open('/settings/connections', { as: user });
  await page.getByRole('button', { name: connect }).click();
  const services = page.getByRole('list', { name: 'Services' });
  await services.getByText(/^Issuer of the test · /).waitFor();
  expect((await user.rpc.connections.mine.query()).items).toMatchObject([{ subject: 'known-1' }]);

  const stranger = await site.open('/settings/connections', { as: await site.app.user('stranger') });
  await stranger.getByRole('button', { name: connect }).click();
  await stranger.getByRole('alert').getByText('already signs in to another account').waitFor();
  await stranger.context().close();

  await page.getByRole('button', { name: /^Remove Issuer of the test/ }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByRole('button', { name: connect }).waitFor();
  expect((await user.rpc.connections.mine.query()).items).toEqual([]);
  await page.context().close();
});

test('the only way into an account stays', async () => {
  issuer.signInAs({
    sub: 'only-1',
    email: 'only@example.com',
    // A confirmed address would be another way in: by a link that is mailed.
    email_verified: false,
    preferred_username: 'only-one',
  });
  const page = await site.open('/login');
  await page.getByRole('button', { name: 'Continue with Issuer of the test' }).click();
  await page.getByRole('button', { name: 'Account of only-one' }).waitFor();
  await page.goto('/settings/connections');
  await page.getByRole('button', { name: /^Remove Issuer of the test/ }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page
    .getByRole('alert')
    .getByText(/only way into your account/)
    .waitFor();
  await page.context().close();
});
