import { Readable } from 'node:stream';
import { transformer } from '@portico/shared/transformer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cancellation } from '../../../server/src/engine/concurrency/cancellation.ts';
import { IncomingRequest } from '../../../server/src/engine/http/body/incoming.ts';
import { plainRequest } from '../../../server/src/engine/rpc/fast/plain-request.ts';
import { askBoth, operations, type Question } from './two-doors.ts';

const rich = { id: 1, at: new Date(5), big: 7n, tags: ['a', 'ü'], set: new Set([1, -0]) };
const encode = (value: unknown): string => JSON.stringify(transformer.serialize(value));
const query = (value: unknown): string => `input=${encodeURIComponent(encode(value))}`;
const batch = (...values: unknown[]): string =>
  JSON.stringify(Object.fromEntries(values.map((value, index) => [index, transformer.serialize(value)])));
const json = { 'content-type': 'application/json' };

const corpus: Readonly<Record<string, Question>> = {
  'a query': { path: `things.echo?${query(rich)}` },
  'a query by POST': { path: 'things.echo', method: 'POST', headers: json, body: encode(rich) },
  'a mutation': { path: 'things.save', method: 'POST', headers: json, body: encode(rich) },
  'a charset': {
    path: 'things.save',
    method: 'POST',
    headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    body: encode(rich),
  },
  'a mutation by GET': { path: `things.save?${query(rich)}` },
  'no input where one is optional': { path: 'things.maybe' },
  'undefined as input': { path: `things.maybe?${query(undefined)}` },
  'no input where one is needed': { path: 'things.echo' },
  'an empty body': { path: 'things.save', method: 'POST', headers: json, body: '' },
  'no output': { path: 'things.nothing', method: 'POST', headers: json },
  'input of the wrong types': { path: `things.echo?${query({ ...rich, id: 'x', at: 'y' })}` },
  'malformed JSON in a query': { path: 'things.echo?input=%7B' },
  'malformed JSON in a body': { path: 'things.save', method: 'POST', headers: json, body: '{"json":' },
  'JSON that is no envelope': { path: 'things.save', method: 'POST', headers: json, body: '5' },
  'null as an envelope': { path: 'things.save', method: 'POST', headers: json, body: 'null' },
  'hostile metadata': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"id":1},"meta":{"values":{"__proto__.x":["Date"]},"v":1}}',
  },
  'metadata that points nowhere': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"id":1},"meta":{"values":{"a.b":["Date"]},"v":1}}',
  },
  'metadata of an unknown type': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"id":1},"meta":{"values":{"id":["Nope"]},"v":1}}',
  },
  'an escaped harmful name': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"id":1,"\\u005f_proto__":{"x":1},"at":null,"tags":[]}}',
  },
  'a harmful name': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"id":1,"__proto__":{"x":1},"at":null,"tags":[]}}',
  },
  'a harmful name in a query': {
    path: `things.echo?input=${encodeURIComponent('{"json":{"id":1,"constructor":1}}')}`,
  },
  'a harmful name in one of a batch': {
    path: 'things.save,things.nothing?batch=1',
    method: 'POST',
    headers: json,
    body: '{"0":{"json":{"id":1,"at":null,"tags":[]}},"1":{"json":{"constructor":1}}}',
  },
  'malformed JSON with a harmful name': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"constructor":',
  },
  'nothing but a harmful name': { path: 'things.save', method: 'POST', headers: json, body: '"__proto__"' },
  'a harmless text about names': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: '{"json":{"id":1,"at":null,"tags":["constructor","__proto__","\\u0061"]}}',
  },
  'a batch': {
    path: `things.echo,things.maybe?batch=1&input=${encodeURIComponent(batch(rich, { a: 'b' }))}`,
  },
  'a batch with an encoded comma': {
    path: `things.echo%2Cthings.maybe?batch=1&input=${encodeURIComponent(batch(rich, { a: 'b' }))}`,
  },
  'a batch of different ends': {
    path: `things.maybe,things.gone,things.mine?batch=1&input=${encodeURIComponent('{}')}`,
  },
  'a batch of failures alike': { path: 'things.gone,things.gone?batch=1' },
  'a batch by POST': {
    path: 'things.save,things.nothing?batch=1',
    method: 'POST',
    headers: json,
    body: batch(rich),
  },
  'a batch of both kinds': {
    path: 'things.echo,things.save?batch=1',
    method: 'POST',
    headers: json,
    body: batch(rich, rich),
  },
  'a batch with a list as inputs': { path: 'things.echo?batch=1&input=%5B1%5D' },
  'a batch with text as inputs': { path: 'things.echo?batch=1&input=%22x%22' },
  'a batch with an unknown name': { path: 'things.maybe,things.nope?batch=1' },
  'a batch of 51': { path: `${Array.from({ length: 51 }, () => 'things.maybe').join(',')}?batch=1` },
  'a comma without a batch': { path: 'things.maybe,things.maybe' },
  'an unknown name': { path: 'things.nope' },
  'no name': { path: '' },
  'a name with another case': { path: 'Things.echo' },
  'a name that every object has': { path: 'toString' },
  'a malformed name': { path: 'things.%zz' },
  'nobody where somebody is needed': { path: 'things.mine' },
  'somebody where somebody is needed': { path: 'things.mine', user: 'user' },
  'a user where an administrator is needed': { path: 'things.theirs', user: 'user' },
  'an administrator': { path: 'things.theirs', user: 'admin' },
  'a declared failure': { path: 'things.gone' },
  'a failure with headers': { path: 'things.busy' },
  'a batch of failures with headers': { path: 'things.busy,things.busy?batch=1' },
  'a bug': { path: 'things.broken' },
  'an output that its schema refuses': { path: 'things.wrongOutput' },
  'a call that sets a cookie': { path: 'things.login', method: 'POST', headers: json },
  'a batch that sets a cookie': { path: 'things.login?batch=1', method: 'POST', headers: json },
  'text as JSON': {
    path: 'things.save',
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: encode(rich),
  },
  'no content type': { path: 'things.save', method: 'POST', body: encode(rich) },
  'a form content type without a form': {
    path: 'things.save',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'a=b',
  },
  'a body past the limit': {
    path: 'things.save',
    method: 'POST',
    headers: json,
    body: `"${'x'.repeat(1_100_000)}"`,
  },
  'an address past the limit': { path: `things.maybe?input=${'x'.repeat(70_000)}` },
  'connection parameters': { path: 'things.maybe?connectionParams=%7B%7D' },
  PUT: { path: 'things.save', method: 'PUT', headers: json, body: encode(rich) },
  DELETE: { path: 'things.echo', method: 'DELETE' },
  'a stray field in the query': { path: `things.maybe?x=1&${query({ a: 'b' })}` },
  'two inputs in the query': { path: `things.maybe?${query({ a: 'b' })}&${query({ a: 'c' })}` },
  'a plus in the query': { path: 'things.maybe?input=%7B%22json%22:%7B%22a%22:%22b+c%22%7D%7D' },
  'a batch of streams': { path: 'things.maybe?batch=1', headers: { 'trpc-accept': 'application/jsonl' } },
};

test.each(Object.entries(corpus))('%s is answered as tRPC answers it', async (_name, question) => {
  const [fast, slow] = await askBoth(question);
  expect(fast).toEqual(slow);
});

test('any text as a body is answered as tRPC answers it', async () => {
  const hostile = fc.oneof(
    fc.json(),
    fc.string(),
    fc.json().map((value) => `{"json":${value}}`),
    fc.tuple(fc.json(), fc.json()).map(([value, meta]) => `{"json":${value},"meta":${meta}}`),
    fc.tuple(fc.json(), fc.json()).map(([a, b]) => `{"0":{"json":${a}},"1":${b}}`),
  );
  const paths = fc.constantFrom(
    'things.save',
    'things.echo',
    'things.maybe',
    'things.echo,things.maybe?batch=1',
  );
  await fc.assert(
    fc.asyncProperty(paths, hostile, async (path, body) => {
      const [fast, slow] = await askBoth({ path, method: 'POST', headers: json, body });
      expect(fast).toEqual(slow);
    }),
    { numRuns: 400 },
  );
});

test('plain calls do take the fast path', () => {
  const known = new Map(operations.map((operation) => [operation.id, operation]));
  const isPlain = ({ method = 'GET', path, headers = {} }: Question): boolean => {
    const [name = '', query = ''] = path.split('?');
    const gone = new Cancellation();
    const incoming = new IncomingRequest(
      { method, url: `/rpc/${path}`, headers, body: Readable.from([]) },
      gone,
    );
    return plainRequest(incoming, name, new URLSearchParams(query), known) !== null;
  };
  const served = Object.entries(corpus).flatMap(([name, question]) => (isPlain(question) ? [name] : []));
  expect(served).toEqual(
    expect.arrayContaining(['a query', 'a mutation', 'a batch', 'a batch by POST', 'a bug']),
  );
  expect(served).not.toEqual(expect.arrayContaining(['a batch of streams']));
});
