/** What the documents show of Swift compiles, and the example runs. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, describe as suite, test } from 'vitest';
import { testApp } from '../../support/app.ts';
import { root } from '../../support/repository.ts';
import { swiftSnippets } from './snippets.ts';
import { build, findSwift, runInside, type SwiftRoot } from './toolchain/swift-root.ts';

const isAsked = process.env.CLIENTS?.split(',').includes('swift') ?? false;
const swift = isAsked ? await findSwift() : { absent: 'not asked for' };

suite.skipIf('absent' in swift)('documents on Swift', () => {
  let folder: string;
  beforeAll(async () => {
    if (!('absent' in swift)) folder = await build(swift, 'example', '/repository/client/swift/Example');
  }, 900_000);

  test.each([
    { document: 'client/swift/README.md', least: 3 },
    { document: 'docs/guides/call-it-from-ios.md', least: 8 },
  ])(
    '$document shows what compiles',
    async ({ document, least }) => {
      const snippets = swiftSnippets(await readFile(join(root, document), 'utf8'));
      expect(snippets.length).toBeGreaterThanOrEqual(least);
      const place = join(folder, 'snippets');
      await rm(place, { recursive: true, force: true });
      await mkdir(place);
      for (const [index, text] of snippets.entries()) await writeFile(join(place, `${index}.swift`), text);
      const files = snippets.map((_, index) => `/build/snippets/${index}.swift`);
      const check = ['swiftc', '-typecheck', '-parse-as-library', '-swift-version', '6'];
      await runInside(swift as SwiftRoot, folder, {}, ...check, '-I', '/build/debug/Modules', ...files);
    },
    120_000,
  );

  test('the example reads what the server has', async () => {
    await using app = await testApp();
    const user = await app.user('ada');
    await user.rpc.posts.create.mutate({ title: 'Seen from Swift', body: 'text', status: 'published' });
    const env = { PORTICO_URL: await app.listen() };
    const said = await runInside(swift as SwiftRoot, folder, env, '/build/debug/Example');
    expect(said.join('\n')).toMatch(/Seen from Swift, by .*\nThere is no such post, as expected\.$/);
  }, 60_000);
});
