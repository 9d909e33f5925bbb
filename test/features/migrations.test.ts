import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

test('the migrations say what the tables say', { timeout: 60_000 }, async () => {
  const out = await mkdtemp(join(tmpdir(), 'portico-migrations-'));
  try {
    await cp(join(root, 'server/migrations'), out, { recursive: true });
    const before = await readdir(out);
    const kit = join(root, 'server/node_modules/drizzle-kit/bin.cjs');
    const options = [
      '--dialect=postgresql',
      '--schema=./server/src/**/*.table.ts',
      `--out=${relative(root, out)}`,
    ];
    const { stdout } = await run(process.execPath, [kit, 'generate', ...options], { cwd: root });
    expect(stdout).toContain('No schema changes');
    expect(await readdir(out)).toEqual(before);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
