/** Finds Java, or unpacks Debian's into the cache: nothing is installed on the machine, and it takes no rights. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { cached, exists } from '../toolchain-cache.ts';

const run = promisify(execFile);

/** What Debian calls the Java that a release has. */
const packageName = /\bDepends: (openjdk-\d+-jre-headless)\b/;

/** The program `java`, from version 17; undefined where it can neither be found nor had. */
export async function findJava(): Promise<string | undefined> {
  const { JAVA_HOME } = process.env;
  const java = JAVA_HOME ? join(JAVA_HOME, 'bin/java') : 'java';
  if (await isRecent(java)) return java;
  if (!(await exists('/usr/bin/apt-get'))) return undefined;
  const root = await cached(`java-${process.arch}`, unpackJava);
  const homes = await readdir(join(root, 'usr/lib/jvm'));
  const home = homes.find((name) => /^java-\d+-openjdk/.test(name)) ?? '';
  const unpacked = join(root, 'usr/lib/jvm', home, 'bin/java');
  return (await isRecent(unpacked)) ? unpacked : undefined;
}

async function isRecent(java: string): Promise<boolean> {
  const said = await run(java, ['-version']).catch(() => undefined);
  const [, major = '0'] = /version "(\d+)/.exec(said?.stderr ?? '') ?? [];
  return Number(major) >= 17;
}

/** By the machine's own sources, with lists of its own: a new machine has none yet. @returns a root, since Java's home has links out of it */
async function unpackJava(aside: string): Promise<string> {
  const lists = join(aside, 'lists');
  const cache = join(aside, 'cache');
  const root = join(aside, 'root');
  for (const folder of [join(lists, 'partial'), join(cache, 'archives/partial'), root]) {
    await mkdir(folder, { recursive: true });
  }
  const own = [`Dir::State::Lists=${lists}`, `Dir::Cache=${cache}`, 'APT::Sandbox::User='];
  const options = [...own, 'Acquire::Retries=3'].flatMap((option) => ['-o', option]);
  await run('apt-get', [...options, '--quiet=2', 'update']);
  const { stdout } = await run('apt-cache', [...options, 'depends', 'default-jre-headless']);
  const [, name] = packageName.exec(stdout) ?? [];
  if (name === undefined) throw new Error('This Debian has no default-jre-headless');
  await run('apt-get', [...options, '--quiet=2', 'download', name], { cwd: aside });
  const file = (await readdir(aside)).find((entry) => entry.endsWith('.deb')) ?? name;
  await run('dpkg-deb', ['--extract', join(aside, file), root]);
  await relink(root);
  return root;
}

/** Links to the machine's folders lead to those that were unpacked. */
async function relink(root: string): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = await readlink(path);
    if (!target.startsWith('/')) continue;
    await rm(path);
    await symlink(relative(dirname(path), join(root, target)), path);
  }
}
