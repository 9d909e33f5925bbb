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

async function bundle(): Promise<string> {
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
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('');
}

it('the browser client weighs at most 16 kB, compressed, and holds no schema library', async () => {
  const code = await bundle();
  expect(gzipSync(code).length).toBeLessThanOrEqual(16_000);
  expect(gzipSync(code).length).toBeGreaterThan(5_000);
  expect(code).not.toContain('_zod');
});
