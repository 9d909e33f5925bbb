/** What the API is, as files in shared/api, for the generators and for reviewers. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from './engine/openapi/document.ts';
import { apiLock } from './engine/openapi/lock.ts';
import { describe } from './engine/operations/describe.ts';
import { appRouter } from './router.ts';

/** The folder of the generated description. */
export const descriptionFolder = fileURLToPath(new URL('../../shared/api/', import.meta.url));

/** The description's files by name, computed anew. */
export async function describeApi(): Promise<Readonly<Record<string, string>>> {
  const operations = await describe(appRouter);
  const document = openApiDocument(operations);
  return {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'api.lock': apiLock(operations, document),
  };
}

/** Writes only what changed, so that watchers stay quiet. */
async function update(path: string, text: string): Promise<void> {
  const current = await readFile(path, 'utf8').catch(() => undefined);
  if (current === text) return;
  await writeFile(path, text);
  process.stdout.write(`wrote ${path}\n`);
}

/** Brings the files of the description up to date. */
export async function writeDescription(): Promise<void> {
  await mkdir(descriptionFolder, { recursive: true });
  for (const [name, text] of Object.entries(await describeApi()))
    await update(descriptionFolder + name, text);
}
