/** Metro's bundle of the program: the client as it is published, and React Native's own JavaScript for what it calls globals. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPackedClient } from '../../../support/packed-client.ts';
import { runNode } from '../../../support/run.ts';
import { cached, installFromNpm } from '../../toolchain-cache.ts';

/** What an app of this version of React Native has. */
const packages = [
  'react-native@0.88.1',
  '@react-native/metro-config@0.88.1',
  'metro@0.87.1',
  'react@19.2.3',
  '@babel/core@7.29.0',
];

/** A bundle, and what a compiler of Hermes says of it. */
export interface Bundle {
  readonly code: string;
  /** Compiles the bundle to Hermes' bytecode; undefined where npm has no compiler for this machine. */
  compile(): Promise<string | undefined>;
}

const entry = `
  import 'react-native/Libraries/Core/setUpXHR';
  import { play } from './app';
  globalThis.play = play;
`;

/** A project as Metro finds it; its packages are in two folders, since React Native is installed once for a machine. */
const config = (reactNative: string) => `
  const { getDefaultConfig, mergeConfig } = require('@react-native/metro-config');
  module.exports = mergeConfig(getDefaultConfig(__dirname), {
    cacheStores: [],
    maxWorkers: 1,
    reporter: { update() {} },
    watchFolders: [__dirname, '${reactNative}'],
    resolver: { nodeModulesPaths: [__dirname + '/node_modules', '${reactNative}/node_modules'] },
  });
`;

const program = `
  const Metro = require('metro');
  const options = { entry: 'entry.js', platform: 'ios', dev: false, minify: false, out: 'bundle.js' };
  Metro.loadConfig({ config: 'metro.config.cjs' })
    .then((config) => Metro.runBuild(config, options))
    .then(() => process.exit(0));
`;

/** @throws Error with what Metro said */
export async function makeBundle(): Promise<Bundle & AsyncDisposable> {
  const reactNative = await cached('react-native-0.88.1', async (aside) => {
    await installFromNpm(aside, packages);
    return aside;
  });
  const folder = await mkdtemp(join(tmpdir(), 'portico-react-native-'));
  await installPackedClient(folder);
  await copyFile(join(import.meta.dirname, 'app.ts'), join(folder, 'app.ts'));
  await writeFile(join(folder, 'entry.js'), entry);
  await writeFile(join(folder, 'metro.config.cjs'), config(reactNative));
  await writeFile(
    join(folder, 'babel.config.cjs'),
    "module.exports = { presets: ['@react-native/babel-preset'] };",
  );
  await writeFile(join(folder, 'build.cjs'), program);
  const env = { NODE_PATH: join(reactNative, 'node_modules') };
  const { code, stdout, stderr } = await runNode(['build.cjs'], folder, env);
  if (code !== 0) throw new Error(`Metro: ${stdout}${stderr}`);
  const path = join(folder, 'bundle.js');
  return {
    code: await readFile(path, 'utf8'),
    compile: () => compile(reactNative, path),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compile(reactNative: string, path: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const hermesc = join(reactNative, 'node_modules/hermes-compiler/hermesc/linux64-bin/hermesc');
  const options = ['-emit-binary', '-O', '-out', `${path}.hbc`, path];
  const { stderr } = await promisify(execFile)(hermesc, options, { maxBuffer: 64 << 20 });
  return stderr;
}
