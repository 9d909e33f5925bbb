import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from 'vite';

/**
 * How much script a first visit loads before any page's own: the entry and what it imports statically.
 * @param directory of a built site with its manifest and compressed files
 * @returns bytes after gzip
 */
export async function firstLoadBytes(directory: string): Promise<number> {
  const manifest = JSON.parse(await readFile(join(directory, '.vite/manifest.json'), 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  const files = [...collectStatic(manifest, entry ?? '')].map((key) => manifest[key]?.file ?? '');
  const sizes = await Promise.all(files.map((file) => gzipSize(join(directory, file))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function collectStatic(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of manifest[key]?.imports ?? []) collectStatic(manifest, imported, found);
  return found;
}

/** Files too small to be worth compressing count as they are. */
async function gzipSize(path: string): Promise<number> {
  const file = await stat(`${path}.gz`).catch(() => stat(path));
  return file.size;
}
