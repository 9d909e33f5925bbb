import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describe as describeRouter } from '../../../server/src/engine/operations/describe.ts';
import type { Meta } from '../../../server/src/engine/procedure/meta.ts';
import { fails, publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { doorNames } from '../../contract/doors.ts';
import { type TestApp, testApp } from '../../support/app.ts';

const Page = z.object({ items: z.array(z.int()), nextCursor: z.string().nullable() });

const ageing = router({
  old: publicProcedure
    .concat(fails('not_found'))
    .meta({
      rest: 'GET /old',
      deprecated: '2026-01-01',
      sunset: new Date('2027-01-01T12:00:00Z'),
      deprecationGuide: 'https://example.com/guides/new list',
    })
    .input(z.object({ cursor: z.string().optional(), wrong: z.stringbool().optional() }))
    .output(Page)
    .query(() => ({ items: [1], nextCursor: 'next' })),
  current: publicProcedure
    .meta({ rest: 'GET /current' })
    .output(z.void())
    .query(() => {}),
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({}, undefined, ageing);
});
afterAll(() => app[Symbol.asyncDispose]());

describe.each(doorNames)('through %s', (door) => {
  const address = (id: string, input = '%7B%22json%22%3A%7B%7D%7D') =>
    door === 'rpc' ? `/rpc/${id}?input=${input}` : `/api/${id}`;

  test('an operation that ages says since when, until when, and what to read', async () => {
    const { status, headers } = await app.visitor().fetch(address('old'));
    expect(status).toBe(200);
    expect(headers.get('deprecation')).toBe('@1767225600');
    expect(headers.get('sunset')).toBe('Fri, 01 Jan 2027 12:00:00 GMT');
    expect(headers.get('link')).toContain(
      '<https://example.com/guides/new%20list>; rel="deprecation"; type="text/html"',
    );
  });

  test('any other does not', async () => {
    const { headers } = await app.visitor().fetch(address('current'));
    expect(['deprecation', 'sunset', 'link'].filter((name) => headers.has(name))).toEqual([]);
  });
});

test('the link to the next page stays beside the link to the guide', async () => {
  const { headers } = await app.visitor().rest('GET', '/old');
  expect(headers.get('link')?.match(/rel="\w+"/g)).toEqual(['rel="next"', 'rel="deprecation"']);
});

test('a failure says it too', async () => {
  const { status, headers } = await app.visitor().rest('GET', '/old?wrong=perhaps');
  expect(status).toBe(422);
  expect(headers.get('deprecation')).toBe('@1767225600');
});

const describeOne = (meta: Meta) =>
  describeRouter(
    router({
      one: publicProcedure
        .meta(meta)
        .output(z.void())
        .query(() => {}),
    }),
  );

test('a date that is none, or an end before its announcement, stops the start', async () => {
  await expect(describeOne({ deprecated: 'soon' })).rejects.toThrow('one: meta.deprecated is no date: soon');
  await expect(describeOne({ sunset: '2026-13-01' })).rejects.toThrow(
    'one: meta.sunset is no date: 2026-13-01',
  );
  await expect(describeOne({ deprecated: '2026-02-01', sunset: '2026-01-01' })).rejects.toThrow(
    'one: meta.sunset lies before meta.deprecated',
  );
});
