import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = '**/*.{js,css,html,svg,json,txt,xml,webmanifest}';
/** Below this a compressed file saves no packet. */
const minimumBytes = 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Writes `.br` and `.gz` beside every compressible file of a directory.
 * @returns how many files were compressed
 */
export async function compressFiles(directory: string): Promise<number> {
  const names = await Array.fromAsync(glob(compressible, { cwd: directory }));
  const compressed = await Promise.all(names.map((name) => compressFile(join(directory, name))));
  return compressed.filter(Boolean).length;
}

async function compressFile(path: string): Promise<boolean> {
  const content = await readFile(path);
  if (content.length < minimumBytes) return false;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    toBrotli(content, { params }).then((result) => writeFile(`${path}.br`, result)),
    toGzip(content, { level: constants.Z_BEST_COMPRESSION }).then((result) =>
      writeFile(`${path}.gz`, result),
    ),
  ]);
  return true;
}
