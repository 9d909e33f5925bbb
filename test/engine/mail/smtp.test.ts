import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeLetter } from '../../../server/src/engine/mail/letter.ts';
import type { OutgoingMail } from '../../../server/src/engine/mail/mail.ts';
import { smtpTransport } from '../../../server/src/engine/mail/smtp.ts';
import { createMailbox, type Mailbox } from '../../support/mailbox.ts';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await createMailbox();
});
afterAll(() => mailbox[Symbol.asyncDispose]());

const from = { name: 'Portico', address: 'noreply@example.org' };
const never = new AbortController().signal;
const a = (mail: Partial<OutgoingMail>): OutgoingMail => ({
  id: '0198c2f4',
  to: 'ada@example.com',
  subject: 'Hello',
  text: 'text',
  html: '<p>html</p>',
  ...mail,
});
const deliver = (mail: Partial<OutgoingMail>) => smtpTransport(mailbox.url, from).deliver(a(mail), never);

test('a mail arrives with both its forms, its sender, and an id that stays the same', async () => {
  await deliver({ subject: 'Grüße, 世界' });
  const mail = await mailbox.next('ada@example.com', /Grüße, 世界/);
  expect(mail).toMatchObject({
    from,
    text: 'text\n',
    html: '<p>html</p>\n',
    messageId: '<0198c2f4@example.org>',
  });
  expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});

test.each([
  'a\r\nBcc: eve@example.com',
  'a\nBcc: eve@example.com',
  'a\rBcc: eve@example.com',
  'a\u2028Bcc: eve@example.com',
  'a\0\r\n\r\nBcc: eve@example.com',
])('a line break in a subject makes no header: %j', async (subject) => {
  await deliver({ subject });
  const mail = await mailbox.next('ada@example.com', /^a Bcc: eve@example.com$/);
  expect(mail.receiver).toBe('ada@example.com');
  expect(mail.bcc ?? []).toEqual([]);
});

test.each([
  'ada@example.com,eve@example.com',
  'ada@example.com\r\nRCPT TO:<eve@example.com>',
  'ada@example.com>\r\nRCPT TO:<eve@example.com',
  'eve@example.com, <ada@example.com>',
  '"ada@example.com, eve@example.com"@example.net',
  'ada@example.com\0',
  '@example.com',
])('what is not one address is no receiver, for good: %j', async (to) => {
  const before = mailbox.received.length;
  await expect(deliver({ to })).rejects.toMatchObject({ name: 'Hopeless' });
  expect(mailbox.received).toHaveLength(before);
});

test('a subject of any length, and lines of any length, arrive whole', async () => {
  const subject = `Long ${'subject '.repeat(80).trim()}`;
  const text = `${'x'.repeat(5_000)}\n.\n..\nend\n`;
  await deliver({ subject, text });
  const mail = await mailbox.next('ada@example.com', /^Long/);
  expect(mail.subject).toBe(subject);
  expect(mail.text?.trimEnd()).toBe(text.trimEnd());
});

test('a server that refuses the receiver for good is not asked again; one that is busy is', async () => {
  mailbox.refuse(550);
  await expect(deliver({})).rejects.toMatchObject({ name: 'Hopeless' });
  mailbox.refuse(451);
  await expect(deliver({})).rejects.not.toMatchObject({ name: 'Hopeless' });
  mailbox.refuse(undefined);
});

test('an abort ends the wait for a slow server', async () => {
  mailbox.slow(30_000);
  const abort = new AbortController();
  const delivery = smtpTransport(mailbox.url, from).deliver(a({}), abort.signal);
  setTimeout(() => abort.abort(), 100);
  await expect(delivery).rejects.toThrow();
  mailbox.slow(0);
});

test('a letter says the same as text and as HTML, and loads nothing', () => {
  const name = '<b>Ada & "co"</b>';
  const letter = writeLetter(
    {
      subject: 'Reset',
      name,
      paragraphs: ['One.', 'Two <script>'],
      action: { label: 'Choose', url: 'https://example.org/reset-password#token=a.b' },
      closing: ['Works for 30 minutes.'],
    },
    { origin: 'https://example.org' },
  );
  for (const part of [
    'One.',
    'Choose',
    'https://example.org/reset-password#token=a.b',
    'Works for 30 minutes.',
  ]) {
    expect(letter.text).toContain(part);
    expect(letter.html).toContain(part);
  }
  expect(letter.text).toContain(`Hello ${name},`);
  expect(letter.html).toContain('Hello &lt;b&gt;Ada &amp; &quot;co&quot;&lt;/b&gt;,');
  expect(letter.html).not.toMatch(/<(?:script|img|link|iframe)\b|\burl\(|\bsrc=|@import/i);
  expect(letter.html).toContain('prefers-color-scheme: dark');
});
