import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findPythons, notProven, packageFolder, pythonEnv } from '../../support/python.ts';

const run = promisify(execFile);
const pythons = await findPythons();
const folder = join(import.meta.dirname, 'runtime');

notProven(pythons);
describe.each(pythons)('Python $version', ({ program }) => {
  test.each(['calls', 'values', 'tokens', 'async'])(
    'the runtime keeps its promises: %s',
    async (name) => {
      const env = { ...process.env, ...pythonEnv(join(packageFolder, 'src')) };
      const tests = run(program, ['-m', 'unittest', `test_${name}`], { cwd: folder, env });
      const { stderr } = await tests.catch((error) => error);
      expect(stderr).toMatch(/Ran \d+ tests in [\d.]+s\n\nOK\n$/);
    },
    90_000,
  );
});
