import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { firstLoadBytes } from '../../web/build/weight.ts';

const client = join(import.meta.dirname, '../../client/src');
const entry = 'virtual:browser-client';

/** What a site loads: the client with its query binding, problems and uploads. */
const source = `
  import { createClient, isProblem, problemOf, upload } from '${client}/index.ts';
  import { createQueries } from '${client}/query.ts';
  const client = createClient({ url: '/rpc' });
  globalThis.api = { client, queries: createQueries(client), isProblem, problemOf, upload };
`;

/** The scripts that come at once, and those that come when they are needed. */
async function bundle(source: string): Promise<{ atOnce: string; all: string }> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: { write: false, rollupOptions: { input: entry } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .filter((chunk) => chunk.type === 'chunk');
  const first = chunks.filter(({ isEntry }) => isEntry);
  const needed = new Set(first.flatMap(({ fileName, imports }) => [fileName, ...imports]));
  const code = (wanted: typeof chunks) => wanted.map((chunk) => chunk.code).join('');
  return { atOnce: code(chunks.filter(({ fileName }) => needed.has(fileName))), all: code(chunks) };
}

it('the browser client weighs at most 15 kB, compressed, and holds no schema library', async () => {
  const { atOnce, all } = await bundle(source);
  expect(gzipSync(atOnce).length).toBeLessThanOrEqual(15_000);
  expect(gzipSync(atOnce).length).toBeGreaterThan(5_000);
  expect(all.length).toBeGreaterThan(atOnce.length);
  expect(all).not.toContain('_zod');
});

it('what is not used is not loaded', async () => {
  const { atOnce } = await bundle(`
    import { isProblem } from '${client}/index.ts';
    globalThis.isProblem = isProblem;
  `);
  expect(gzipSync(atOnce).length).toBeLessThan(1_000);
});

it('a first visit to the site loads at most 120 kB of script, compressed', async () => {
  const bytes = await firstLoadBytes(join(client, '../../web/dist'));
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(120_000);
});

it('the REST client weighs at most 8 kB, compressed, and holds nothing of tRPC or of shared', async () => {
  const { all } = await bundle(`
    import { createRestClient, isProblem, memoryTokens } from '${client}/rest.ts';
    globalThis.api = { rest: createRestClient({ url: '/api', tokens: memoryTokens() }), isProblem };
  `);
  expect(gzipSync(all).length).toBeLessThanOrEqual(8_000);
  expect(all).not.toMatch(/trpc|superjson|_zod/i);
});
