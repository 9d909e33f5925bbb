import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

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
async function bundle(): Promise<{ atOnce: string; all: string }> {
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
  const { atOnce, all } = await bundle();
  expect(gzipSync(atOnce).length).toBeLessThanOrEqual(15_000);
  expect(gzipSync(atOnce).length).toBeGreaterThan(5_000);
  expect(all.length).toBeGreaterThan(atOnce.length);
  expect(all).not.toContain('_zod');
});
