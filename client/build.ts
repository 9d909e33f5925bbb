/** `pnpm --filter @portico/client build`: the client as it is published, into client/dist, with what it uses of shared inside. */
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

const folder = import.meta.dirname;
const dist = join(folder, 'dist');
const compiler = join(folder, '../node_modules/typescript/bin/tsc');

/** Compiles, then lays both packages' modules into one folder. */
async function build(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, [compiler, '-p', join(folder, 'tsconfig.build.json')]);
  await cp(join(dist, 'client/src'), dist, { recursive: true });
  await cp(join(dist, 'shared/src'), join(dist, 'shared'), { recursive: true });
  await Promise.all(
    ['client', join('shared', 'src')].map((name) => rm(join(dist, name), { recursive: true })),
  );
  for (const name of await readdir(dist, { recursive: true })) {
    if (/\.(?:js|d\.ts)$/.test(name)) await relink(join(dist, name));
  }
}

/** Imports name the files that are there: the compiler leaves `.ts` in declarations, and the name of the other package. */
async function relink(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const shared = relative(dirname(file), join(dist, 'shared')).split(sep).join('/');
  const here = shared.startsWith('.') ? shared : `./${shared}`;
  const linked = text
    .replace(/(['"])@portico\/shared\/([\w-]+)\1/g, `$1${here}/$2.js$1`)
    .replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, '$1$2.js$1');
  if (linked !== text) await writeFile(file, linked);
}

await build();
