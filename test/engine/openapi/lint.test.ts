import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { descriptionFolder } from '../../../server/src/description.ts';

const redocly = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js');

/** What Redocly says of a document by its `recommended` rules, without asking anyone outside. */
async function lint(
  document: string,
): Promise<{ totals: { errors: number; warnings: number }; problems: object[] }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [redocly, 'lint', document, '--extends=recommended', '--format=json'],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  return JSON.parse(stdout);
}

it('Redocly finds neither an error nor a warning', async () => {
  const { totals, problems } = await lint(join(descriptionFolder, 'openapi.json'));
  expect(problems).toEqual([]);
  expect(totals).toMatchObject({ errors: 0, warnings: 0 });
});
