import { expect, test } from 'vitest';
import { continueTrace } from '../../../server/src/engine/http/trace.ts';
import { testApp } from '../../support/app.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';

test('a trace goes on with a span of its own', () => {
  const trace = continueTrace(`00-${traceId}-${parent}-01`, 'vendor=1');
  expect(trace?.traceId).toBe(traceId);
  expect(trace?.spanId).toMatch(/^[\da-f]{16}$/);
  expect(trace?.spanId).not.toBe(parent);
  expect(trace?.headers).toEqual({
    traceparent: `00-${traceId}-${trace?.spanId}-01`,
    tracestate: 'vendor=1',
  });
});

test('of the flags, those that are known go on', () => {
  expect(continueTrace(`00-${traceId}-${parent}-ff`)?.headers.traceparent).toMatch(/-03$/);
  expect(continueTrace(`00-${traceId}-${parent}-00`)?.headers.traceparent).toMatch(/-00$/);
});

test('a later version is read as far as it is known', () => {
  const { traceparent } = continueTrace(`cc-${traceId}-${parent}-01-what-comes`)?.headers ?? {};
  expect(traceparent).toMatch(new RegExp(`^00-${traceId}-[\\da-f]{16}-01$`));
});

test.each([
  undefined,
  '',
  'nonsense',
  `ff-${traceId}-${parent}-01`,
  `00-${traceId}-${parent}-01-more`,
  `00-${'0'.repeat(32)}-${parent}-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `00-${traceId.toUpperCase()}-${parent}-01`,
  `00-${traceId}-${parent}`,
  `00-${traceId}-${parent}-1`,
  `cc-${traceId}-${parent}-01.more`,
  ` 00-${traceId}-${parent}-01`,
  `00-${traceId}-${parent}-01, 00-${traceId}-${parent}-01`,
  [`00-${traceId}-${parent}-01`],
])('%s is no trace', (traceparent) => {
  expect(continueTrace(traceparent)).toBeUndefined();
});

test('the trace stands in the answer and in the log, and a malformed one in neither', async () => {
  await using app = await testApp({ LOG_LEVEL: 'info' });
  const get = (traceparent: string) => app.visitor().rest('GET', '/posts', undefined, { traceparent });
  const { headers } = await get(`00-${traceId}-${parent}-01`);
  const [, spanId] =
    /^00-4bf92f3577b34da6a3ce929d0e0e4736-([\da-f]{16})-01$/.exec(headers.get('traceparent') ?? '') ?? [];
  expect(spanId).toBeDefined();
  await expect.poll(() => app.logged.length).toBeGreaterThan(0);
  expect(JSON.parse(app.logged.at(-1) ?? '')).toMatchObject({
    msg: 'request',
    path: '/api/posts',
    traceId,
    spanId,
  });
  app.logged.length = 0;
  const malformed = await get('00-\u00ff-01');
  expect(malformed.status).toBe(200);
  expect(malformed.headers.has('traceparent')).toBe(false);
  await expect.poll(() => app.logged.length).toBeGreaterThan(0);
  expect(app.logged.join('')).not.toContain('traceId');
});
