import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { createMailbox, type Mailbox } from '../support/mailbox.ts';

let mailbox: Mailbox;
let app: TestApp;
beforeAll(async () => {
  mailbox = await createMailbox();
  app = await testApp({ SMTP_URL: mailbox.url });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

test.each([
  ['forgotPassword', '/password/forgotten'],
  ['requestMagicLink', '/magic-links'],
])('check 30: %s answers known and unknown addresses alike, in the same time', async (_name, path) => {
  const names = Array.from({ length: 4 }, (_, n) => `timing-${path.slice(1, 4)}-${n}`);
  for (const name of names) await app.user(name);
  const times = { known: [] as number[], unknown: [] as number[] };
  const answers = new Set<string>();
  const ask = async (kind: keyof typeof times, email: string) => {
    const begun = performance.now();
    const response = await app.visitor().rest('POST', path, { email });
    times[kind].push(performance.now() - begun);
    const changing = ['date', 'x-request-id', 'traceparent'];
    const headers = [...response.headers].filter(([name]) => !changing.includes(name));
    const answer = JSON.stringify([response.status, await response.text(), headers]);
    answers.add(answer.replaceAll(/;t=\d+/g, ';t=LEFT'));
  };
  for (let round = 0; round < 6; round += 1) {
    for (const name of names) {
      await ask('known', `${name}@example.com`);
      await ask('unknown', `no-${name}@example.com`);
    }
  }
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toMatch(/^\[204,/);
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length / 2] ?? 0;
  const [known, unknown] = [median(times.known), median(times.unknown)];
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(5, 0.5 * Math.min(known, unknown)));
});
