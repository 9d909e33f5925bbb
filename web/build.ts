import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { compressFiles } from './build/compress.ts';
import { hashInputs } from './build/inputs.ts';
import { progress } from './build/progress.ts';
import { firstLoadBytes } from './build/weight.ts';

const siteDirectory = import.meta.dirname;
const distDirectory = join(siteDirectory, 'dist');
const stampFile = join(distDirectory, '.build-stamp');

interface BuildOptions {
  /** Build even when nothing changed since the last build. */
  readonly force?: boolean;
  /** Takes one line of progress at a time; without it they go to standard output. */
  readonly report?: (line: string) => void;
}

/**
 * Builds the site into web/dist, with compressed files beside the plain ones.
 * Does nothing when no input changed since the last build.
 */
export async function buildSite({ force = false, report = writeLine }: BuildOptions = {}): Promise<void> {
  const hash = await hashInputs(siteDirectory);
  if (!force && (await readStamp()) === hash) {
    report('Site: unchanged since the last build');
    return;
  }
  const startedAt = performance.now();
  report('Site: building');
  await build({
    configFile: join(siteDirectory, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [progress(report)],
  });
  report('Site: compressing');
  const files = await compressFiles(distDirectory);
  await writeFile(stampFile, hash);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const kilobytes = ((await firstLoadBytes(distDirectory)) / 1000).toFixed(1);
  report(
    `Site: built in ${seconds} s, ${files} files compressed; a first visit loads ${kilobytes} kB of script`,
  );
}

async function readStamp(): Promise<string | undefined> {
  return readFile(stampFile, 'utf8').catch(() => undefined);
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (import.meta.main) await buildSite({ force: process.argv.includes('--force') });
