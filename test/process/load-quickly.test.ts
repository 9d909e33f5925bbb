import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { root } from '../support/repository.ts';

vi.setConfig({ testTimeout: 60_000 });

const server = join(root, 'server/src');
const loadQuickly = `(await import(${JSON.stringify(join(server, 'load-quickly.ts'))})).loadQuickly()`;

/** Loads the server in a process of its own; answers which modules that took, and the megabytes that were needed. */
async function load(before: string): Promise<{ modules: string[]; megabytes: number }> {
  const script = `
    import { registerHooks } from 'node:module';
    ${before};
    const modules = [];
    registerHooks({ load: (url, context, next) => (modules.push(url), next(url, context)) });
    await import(${JSON.stringify(join(server, 'app.ts'))});
    const megabytes = process.resourceUsage().maxRSS / 1024;
    process.stdout.write(JSON.stringify({ modules, megabytes }));
    process.exit();`;
  const args = ['--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 });
  const loaded = JSON.parse(stdout) as { modules: string[]; megabytes: number };
  return { ...loaded, modules: loaded.modules.filter((url) => url.startsWith('file:')).toSorted() };
}

test('the same modules are loaded, each once, in less memory', async () => {
  const [plain, quick] = await Promise.all([load(''), load(loadQuickly)]);
  expect(quick.modules).toEqual(plain.modules);
  expect(quick.modules).toEqual([...new Set(quick.modules)]);
  expect(quick.modules.filter((url) => url.includes('/drizzle-orm/')).length).toBeGreaterThan(50);
  expect(quick.megabytes).toBeLessThan(plain.megabytes);
});
