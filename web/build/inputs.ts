import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const sources = [
  'web/*.{ts,html,json}',
  'web/{build,public,src}/**/*',
  'client/src/**/*.ts',
  'shared/src/**/*.ts',
  'pnpm-lock.yaml',
];

/**
 * One hash over everything the built site depends on.
 * @param siteDirectory absolute path of web/
 */
export async function hashInputs(siteDirectory: string): Promise<string> {
  const root = join(siteDirectory, '..');
  const hash = createHash('sha256').update(process.version);
  for (const file of await listInputs(root)) {
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function listInputs(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  return files.sort();
}
