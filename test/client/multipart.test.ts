import { describe, expect, it } from 'vitest';
import { createClient, upload } from '../../client/src/index.ts';
import { toMultipart } from '../../client/src/multipart.ts';
import { testApp } from '../support/app.ts';

describe('a form as bytes', () => {
  it('is read as the form that it was, by the platform itself', async () => {
    const form = new FormData();
    form.append('plain', 'one\ntwo');
    form.append('odd "name"\r\n', 'ünï¢ode €');
    form.append('tag', 'a');
    form.append('tag', 'b');
    form.append('file', new File(['bytes\n\r\n--portico'], 'a "quoted"\nname.txt', { type: 'text/plain' }));
    form.append('empty', new File([], 'empty'));
    const body = toMultipart(form);
    const read = await new Response(body, { headers: { 'content-type': body.type } }).formData();
    const text = async (value: FormDataEntryValue) =>
      typeof value === 'string' ? value : [value.name, value.type, await value.text()];
    expect(await Promise.all([...read].map(async ([name, value]) => [name, await text(value)]))).toEqual([
      ['plain', 'one\r\ntwo'],
      ['odd "name"\r\n', 'ünï¢ode €'],
      ['tag', 'a'],
      ['tag', 'b'],
      ['file', ['a "quoted"\nname.txt', 'text/plain', 'bytes\n\r\n--portico']],
      ['empty', ['empty', 'application/octet-stream', '']],
    ]);
  });
});

describe('an upload outside of browsers', () => {
  it('tells how far it is, and arrives as it is', async () => {
    await using server = await testApp();
    const { rpc, cookies, fetch } = await server.user();
    const client = createClient({
      url: `${await server.listen()}/rpc`,
      headers: () => ({ cookie: cookies() }),
    });
    const text = 'line\n'.repeat(100_000);
    const told: number[] = [];
    const stored = await upload(
      client.files.upload,
      { file: new File([text], 'long.txt', { type: 'text/plain' }), visibility: 'private' },
      { onProgress: ({ sent, total }) => void told.push(sent / total) },
    );
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const path = await rpc.files.content.query({ id: stored.id });
    expect(await (await fetch(path)).text()).toBe(text);
  });
});
