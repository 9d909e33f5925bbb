/** `node client/generator/main.ts [document]`: writes the generated part of every client. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDocument } from './document.ts';
import { printers } from './printers.ts';
import { readApi } from './read-api.ts';

const ownDocument = join(import.meta.dirname, '../../shared/api/openapi.json');
const packages = join(import.meta.dirname, '..');

/** Generates from a document's path or URL. */
async function generate(source: string): Promise<void> {
  const api = readApi(parseDocument(await read(source)));
  for (const { files, ...printer } of printers) {
    const folder = join(packages, printer.package, printer.generated);
    for (const [name, text] of Object.entries(files(api))) await update(join(folder, name), text);
  }
}

async function read(source: string): Promise<string> {
  if (!URL.canParse(source)) return readFile(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.text();
}

/** Writes only what changed, so that watchers stay quiet. */
async function update(path: string, text: string): Promise<void> {
  const current = await readFile(path, 'utf8').catch(() => undefined);
  if (current === text) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  process.stdout.write(`wrote ${path}\n`);
}

await generate(process.argv[2] ?? ownDocument);
