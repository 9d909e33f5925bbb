import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApi } from '../../../client/generator/read-api.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { findPythons, notProven, pythonEnv } from '../../support/python.ts';
import { documentOf } from '../generator/documents.ts';
import { people } from '../versions.ts';
import { type PythonPackage, pythonPackage } from './packages.ts';

const run = promisify(execFile);
const pythons = await findPythons();

let app: TestApp;
let origin: string;
let made: PythonPackage;
beforeAll(async () => {
  app = await testApp({}, undefined, people(true));
  origin = await app.listen();
  made = await pythonPackage(readApi(await documentOf(people(false))));
});
afterAll(async () => {
  await made[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

notProven(pythons);
describe.each(pythons)('Python $version', ({ program }) => {
  test('a client survives fields, values, variants, parameters and codes that are newer than it', async () => {
    const env = { ...process.env, ...pythonEnv(made.sources) };
    const { stdout } = await run(program, [join(import.meta.dirname, 'programs/newer.py'), origin], { env });
    expect(stdout).toBe('all well\n');
  });
});
