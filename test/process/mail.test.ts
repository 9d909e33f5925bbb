import { expect, test, vi } from 'vitest';
import { createMailbox, tokenIn } from '../support/mailbox.ts';
import { dataFolder, register } from '../support/server-process.ts';

test('a mail that was promised is sent although the process is killed while it hands it over', async () => {
  await using mailbox = await createMailbox();
  await using folder = await dataFolder();
  mailbox.slow(600_000);
  const first = folder.start({ SMTP_URL: mailbox.url, SEED: 'never' });
  await register(await first.up);
  await vi.waitFor(() => expect(mailbox.connections()).toBeGreaterThan(0), { timeout: 10_000, interval: 20 });
  first.kill('SIGKILL');
  await first.ended;
  expect(mailbox.received).toEqual([]);

  mailbox.slow(0);
  const second = folder.start({ SMTP_URL: mailbox.url, SEED: 'never' });
  await second.up;
  const mail = await mailbox.next('writer@example.com', /Confirm your e-mail address/, 90_000);
  expect(tokenIn(mail)).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
  second.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
}, 150_000);
