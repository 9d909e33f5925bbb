import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, isProblem, upload } from '../../client/src/index.ts';
import { type TestApp, testApp } from '../support/app.ts';

let server: TestApp;

beforeAll(async () => {
  server = await testApp();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A signed-in client that tells what it sent. */
async function recorded(onError?: (error: unknown, call: { path: string; kind: string }) => void) {
  const agent = await server.user();
  const requests: Request[] = [];
  const client: Client = createClient({
    url: `${server.config.publicOrigin}/rpc`,
    fetch: (url, init) => {
      const request = new Request(url, init);
      requests.push(request.clone());
      return agent.fetch(request);
    },
    ...(onError && { onError }),
  });
  return { client, requests, agent };
}

describe('how calls travel', () => {
  it('calls of one moment share a request', async () => {
    const { client, requests } = await recorded();
    await Promise.all([client.posts.tags.query(), client.accounts.me.query(), client.posts.list.query({})]);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('more than fifty calls are more than one request', async () => {
    const { client, requests } = await recorded();
    await Promise.all(Array.from({ length: 51 }, () => client.posts.tags.query()));
    expect(requests).toHaveLength(2);
  });

  it('a call that sets cookies travels alone', async () => {
    const { client, requests } = await recorded();
    await Promise.all([client.posts.tags.query(), client.accounts.logout.mutate()]);
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(
      expect.arrayContaining(['/rpc/accounts.logout', '/rpc/posts.tags']),
    );
    await expect(client.accounts.me.query()).rejects.toSatisfy((error) =>
      isProblem(error, 'unauthenticated'),
    );
  });

  it('a query too long for an address goes in a body', async () => {
    const { client, requests } = await recorded();
    const cursor = '€'.repeat(490);
    await client.posts.list.query({ cursor }).catch(() => {});
    expect(requests.map(({ method }) => method)).toEqual(['POST']);
  });

  it('an input that holds a file becomes a form', async () => {
    const { client, requests } = await recorded();
    const file = new File(['hello\n'], 'hello.txt', { type: 'text/plain' });
    const stored = await client.files.upload.mutate({ file, visibility: 'private' });
    expect(requests[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data/);
    expect(stored).toMatchObject({ name: 'hello.txt', size: 6, visibility: 'private' });
    expect(stored.createdAt).toBeInstanceOf(Date);
  });

  it('FormData is taken as it is', async () => {
    const { client } = await recorded();
    const form = new FormData();
    form.set('file', new File(['hello\n'], 'form.txt', { type: 'text/plain' }));
    expect(await client.files.upload.mutate(form)).toMatchObject({ name: 'form.txt' });
  });

  it('upload is that call, with the same failures', async () => {
    const { client } = await recorded();
    const file = new File(['MZ\0\0'], 'a.exe', { type: 'application/x-msdownload' });
    await expect(upload(client.files.upload, { file })).rejects.toSatisfy((error) =>
      isProblem(error, 'invalid_input'),
    );
  });
});

describe('values', () => {
  it('dates arrive as dates', async () => {
    const { client } = await recorded();
    const post = await client.posts.create.mutate({ title: 'Values', body: '', status: 'published' });
    expect(post.publishedAt).toBeInstanceOf(Date);
    expect((await client.posts.get.query({ id: post.id })).publishedAt).toEqual(post.publishedAt);
  });

  it('nothing arrives as nothing', async () => {
    const { client } = await recorded();
    const { id } = await client.posts.create.mutate({ title: 'Gone', body: '' });
    expect(await client.posts.delete.mutate({ id })).toBeUndefined();
  });

  it('a file is the path it is served under', async () => {
    const { client, agent } = await recorded();
    const file = new File(['hello\n'], 'hello.txt', { type: 'text/plain' });
    const { id } = await client.files.upload.mutate({ file });
    const path = await client.files.content.query({ id });
    expect(await (await agent.fetch(path)).text()).toBe('hello\n');
  });
});

describe('failures', () => {
  it('every failed call is told of, beside its own rejection', async () => {
    const told: string[] = [];
    const { client } = await recorded((error, { path, kind }) => {
      told.push(`${kind} ${path} ${isProblem(error, 'not_found')}`);
    });
    await expect(client.posts.bySlug.query({ slug: 'no-such-post' })).rejects.toThrow();
    expect(told).toEqual(['query posts.bySlug true']);
  });

  it('an aborted call is no problem', async () => {
    const { client } = await recorded();
    const call = client.posts.tags.query(undefined, { signal: AbortSignal.abort() });
    await expect(call).rejects.toSatisfy((error) => !isProblem(error));
  });

  it('a server that is away is no problem of its own', async () => {
    const client = createClient({
      url: 'http://localhost/rpc',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    await expect(client.posts.tags.query()).rejects.toSatisfy((error) => !isProblem(error));
  });
});
