import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../support/app.ts';
import type { play, Surroundings, steps } from './app.ts';
import { type Bundle, makeBundle } from './bundle.ts';
import { type Device, startDevice } from './device.ts';
import { streamingFetch } from './streaming-fetch.ts';

/** React Native is installed for `pnpm test:clients` alone: it weighs ten times what all other tests do. */
const isWanted = process.env.CLIENTS?.split(',').includes('typescript-rpc') ?? false;

const uri = 'file:///photos/notes.txt';
const megabyte = 1024 * 1024;

describe.runIf(isWanted)('the client on React Native', { timeout: 60_000 }, () => {
  const opened = new AsyncDisposableStack();
  let bundle: Bundle;
  let device: Device;
  let surroundings: Surroundings;
  const silence = createServer(() => {});
  beforeAll(async () => {
    bundle = opened.use(await makeBundle());
    const app = opened.use(await testApp());
    await new Promise<void>((resolve) => silence.listen(0, '127.0.0.1', resolve));
    const { port } = silence.address() as AddressInfo;
    device = startDevice(bundle.code);
    device.files.set(uri, Buffer.alloc(megabyte, 'line\n'));
    surroundings = {
      origin: await app.listen(),
      silent: `http://127.0.0.1:${port}`,
      streaming: streamingFetch,
      uri,
    };
  }, 600_000);
  afterAll(async () => {
    silence.closeAllConnections();
    silence.close();
    await opened.disposeAsync();
  });

  /** What a step answers, and the requests that it made. */
  async function played(step: keyof typeof steps, on = device) {
    on.requests.length = 0;
    const run = on.globals.play as typeof play;
    const answered: unknown = JSON.parse(await run(step, surroundings));
    return { answered, requests: on.requests };
  }

  it('is bundled by Metro, which knows nothing of Node, and compiled by Hermes', async () => {
    expect(bundle.code.length).toBeGreaterThan(100_000);
    expect((await bundle.compile()) ?? '').not.toMatch(/error:/);
  });

  it('has no more than React Native gives', () => {
    const missing = ['document', 'EventSource', 'TextDecoder', 'ReadableStream', 'crypto', 'DOMException'];
    expect(missing.filter((name) => name in device.globals)).toEqual([]);
    expect(typeof device.globals.XMLHttpRequest).toBe('function');
  });

  it('calls, and calls of one moment share a request', async () => {
    expect((await played('calls')).answered).toBe(true);
    const { answered, requests } = await played('batch');
    expect([answered, requests]).toEqual([3, ['GET /rpc/posts.tags,posts.list,products.list']]);
  });

  it('knows problems, timeouts and calls that were cancelled', async () => {
    expect((await played('problems')).answered).toBe(404);
    expect((await played('unreachable')).answered).toEqual([true, true]);
  });

  it('renews a token once for all that wait, and dates are dates', async () => {
    const { answered, requests } = await played('tokens');
    expect(answered).toEqual([['native', 'native'], true]);
    expect(requests.filter((request) => request === 'POST /rpc/tokens.refresh')).toHaveLength(1);
  });

  it('sends keys that it makes without crypto, and goes over all pages', async () => {
    expect((await played('keyed')).answered).toEqual(['native 1', 'native 2', 'native 3']);
  });

  it('sends a file of the device by its address, and tells its progress', async () => {
    const { answered } = await played('uploads');
    expect(answered).toEqual([megabyte, 'notes.txt', megabyte, true, 1]);
    expect((await played('stoppedUpload')).answered).toBe(true);
  });

  it('says that its own fetch reads no streams, and reads them by one that does', async () => {
    expect((await played('unreadableStream')).answered).toContain('such as expo/fetch');
    const expo = startDevice(bundle.code, { TextDecoder });
    expect((await played('stream', expo)).answered).toBe('reset');
  });

  it('does the same over REST', async () => {
    const { answered } = await played('rest');
    expect(answered).toEqual([
      5,
      true,
      [megabyte, 1],
      'not_found',
      'timed_out',
      expect.stringContaining('reads no streams'),
    ]);
  });
});
