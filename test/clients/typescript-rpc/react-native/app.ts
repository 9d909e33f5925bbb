/** The client on React Native: bundled by Metro and played on a device that has no more than React Native gives. */
import {
  bearer,
  callOptions,
  createClient,
  isAborted,
  isProblem,
  isTimeout,
  items,
  memoryTokens,
  upload,
} from '@portico/client';
import { ApiError, createRestClient, memoryTokens as restTokens } from '@portico/client/rest';

/** Where things are, and what a team installs beside React Native. */
export interface Surroundings {
  readonly origin: string;
  /** Never answers. */
  readonly silent: string;
  /** A `fetch` whose answers stream. */
  readonly streaming: typeof fetch;
  /** A file of the device, of one megabyte. */
  readonly uri: string;
}

const password = 'correct horse battery';

/** What React Native's FormData takes in the place of a file. */
function fileAt(uri: string): File {
  return { uri, name: 'notes.txt', type: 'text/plain' } as unknown as File;
}

/** Each answers what the test expects, as JSON. */
export const steps = {
  async calls({ origin }: Surroundings) {
    const client = createClient({ url: `${origin}/rpc` });
    const { items: tags } = await client.posts.tags.query();
    return Array.isArray(tags);
  },
  async batch({ origin }: Surroundings) {
    const client = createClient({ url: `${origin}/rpc` });
    const answers = await Promise.all([
      client.posts.tags.query(),
      client.posts.list.query({ limit: 1 }),
      client.products.list.query({ limit: 1 }),
    ]);
    return answers.length;
  },
  async problems({ origin }: Surroundings) {
    const client = createClient({ url: `${origin}/rpc` });
    try {
      await client.posts.bySlug.query({ slug: 'no-such-post' });
    } catch (error) {
      return isProblem(error, 'not_found') && error.data.problem.status;
    }
    return 'no problem';
  },
  async unreachable({ silent }: Surroundings) {
    const client = createClient({ url: `${silent}/rpc` });
    const late = await client.posts.tags
      .query(undefined, callOptions({ timeoutMs: 200, retries: 0 }))
      .catch(isTimeout);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const stopped = await client.posts.tags.query(undefined, { signal: stop.signal }).catch(isAborted);
    return [late, stopped];
  },
  async tokens({ origin }: Surroundings) {
    const store = memoryTokens();
    const client = createClient({ url: `${origin}/rpc`, auth: bearer(store) });
    await client.accounts.register.mutate({ username: 'native', email: 'native@example.com', password });
    const tokens = await client.tokens.create.mutate({ username: 'native', password });
    store.write({ ...tokens, accessToken: `${tokens.accessToken.slice(0, -9)}spoiled00` });
    const users = await Promise.all([client.accounts.me.query(), client.accounts.me.query()]);
    const { createdAt } = users[0];
    return [users.map(({ username }) => username), createdAt instanceof Date];
  },
  async keyed({ origin }: Surroundings) {
    const client = await signedIn(origin);
    for (const title of ['native 1', 'native 2', 'native 3']) {
      await client.posts.create.mutate({ title, body: 'text' });
    }
    const titles: string[] = [];
    for await (const { title } of items(client.posts.mine, { limit: 2 })) titles.push(title);
    return titles.toSorted();
  },
  async uploads({ origin, uri }: Surroundings) {
    const client = await signedIn(origin);
    const shares: number[] = [];
    const onProgress = ({ sent, total }: { sent: number; total: number }) => void shares.push(sent / total);
    const stored = await upload(client.files.upload, { file: fileAt(uri) }, { onProgress });
    const plain = await client.files.upload.mutate({ file: fileAt(uri), visibility: 'public' });
    return [stored.size, stored.name, plain.size, shares.length > 1, shares.at(-1)];
  },
  async stoppedUpload({ silent, uri }: Surroundings) {
    const client = createClient({ url: `${silent}/rpc` });
    const stop = new AbortController();
    const sent = upload(
      client.files.upload,
      { file: fileAt(uri) },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    return sent.then(() => 'sent', isAborted);
  },
  async unreadableStream({ origin }: Surroundings) {
    return firstEvent(await signedIn(origin));
  },
  async stream({ origin, streaming }: Surroundings) {
    return firstEvent(await signedIn(origin, streaming));
  },
  async rest({ origin, silent, uri }: Surroundings) {
    const tokens = restTokens();
    const api = createRestClient({ url: `${origin}/api`, tokens });
    await tokens.write(await api.tokens.create({ username: 'native', password }));
    const shares: number[] = [];
    const stored = await api.files.upload(
      { file: fileAt(uri) },
      { onProgress: ({ sent, total }) => shares.push(sent / total) },
    );
    const [mine, missing] = [await api.posts.mine(), await api.posts.bySlug.safe({ slug: 'no-such-post' })];
    const late = createRestClient({ url: `${silent}/api`, timeoutMs: 200 });
    const timedOut = await late.posts.tags.safe();
    const follow = async () => {
      for await (const event of api.comments.live({ postId: mine.items[0]?.id ?? '' })) return event.type;
      return 'nothing';
    };
    return [
      mine.items.length,
      mine.items[0]?.createdAt instanceof Date,
      [stored.size, shares.at(-1)],
      !missing.ok && missing.error instanceof ApiError && missing.error.code,
      !timedOut.ok && timedOut.error.code,
      await follow().catch((error: Error) => error.message),
    ];
  },
} satisfies Record<string, (surroundings: Surroundings) => Promise<unknown>>;

async function signedIn(origin: string, fetch?: typeof globalThis.fetch) {
  const store = memoryTokens();
  const client = createClient({ url: `${origin}/rpc`, auth: bearer(store), ...(fetch && { fetch }) });
  store.write(await client.tokens.create.mutate({ username: 'native', password }));
  return client;
}

/** The type of the first event under a post, or why there is none. */
async function firstEvent(client: Awaited<ReturnType<typeof signedIn>>): Promise<unknown> {
  const { id } = await client.posts.create.mutate({ title: 'live', body: 'text', status: 'published' });
  return new Promise((resolve) => {
    const subscription = client.comments.live.subscribe(
      { postId: id },
      {
        onData({ data }) {
          subscription.unsubscribe();
          resolve(data.type);
        },
        onError: ({ message }) => resolve(message),
      },
    );
  });
}

/** Plays one step; what leaves the device is text. */
export async function play(name: keyof typeof steps, surroundings: Surroundings): Promise<string> {
  return JSON.stringify(await steps[name](surroundings));
}
