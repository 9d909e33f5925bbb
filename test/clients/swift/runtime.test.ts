/** What the Swift runtime does without a server. */
import { beforeAll, expect, describe as suite, test } from 'vitest';
import { build, findSwift, runInside } from './toolchain/swift-root.ts';

const isAsked = process.env.CLIENTS?.split(',').includes('swift') ?? false;
const swift = isAsked ? await findSwift() : { absent: 'not asked for' };

suite.skipIf('absent' in swift)('the Swift runtime', () => {
  let said: readonly string[] = [];
  beforeAll(async () => {
    if ('absent' in swift) return;
    const folder = await build(swift, 'scenario', '/repository/test/clients/swift/scenario');
    said = await runInside(swift, folder, {}, '/build/debug/Checks');
  }, 900_000);

  test('holds every fact', () => {
    expect(said.filter((line) => !line.startsWith('ok '))).toEqual([]);
    expect(said.length).toBeGreaterThan(30);
  });
});
