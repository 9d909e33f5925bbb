import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, gallery } from '../../engine/gallery/gallery.ts';
import { toPlain } from '../../engine/gallery/plain.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { findPythons, notProven, pythonEnv } from '../../support/python.ts';
import { galleryApi } from '../generator/documents.ts';
import { type PythonPackage, pythonPackage } from './packages.ts';
import { complaints } from './pyright.ts';

const run = promisify(execFile);
const pythons = await findPythons();
const api = await galleryApi();
const routed = new Map(api.procedures.flatMap(({ id, route }) => (route ? [[id, route] as const] : [])));

/** What another answer than JSON holds. */
const contents: Readonly<Record<string, string>> = {
  'outputs.file': 'a text in a file',
  'outputs.page': '<!doctype html><title>ü</title>',
  'outputs.plainText': 'ü',
};

/** Files as programs in other languages make them. */
async function withFiles(value: unknown): Promise<unknown> {
  if (value instanceof File) return { $file: value.name, type: value.type, text: await value.text() };
  if (Array.isArray(value)) return Promise.all(value.map(withFiles));
  if (!isRecord(value)) return toPlain(value);
  const entries = Object.entries(value).map(async ([key, item]) => [key, await withFiles(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

let app: TestApp;
let origin: string;
let made: PythonPackage;
beforeAll(async () => {
  app = await testApp({}, undefined, gallery);
  origin = await app.listen();
  made = await pythonPackage(api);
});
afterAll(async () => {
  await made[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

test('pyright has no complaint about the package of the gallery', async () => {
  expect(await complaints(join(made.sources, '..'), ['src'])).toEqual([]);
}, 120_000);

notProven(pythons);
describe.each(pythons)('Python $version', ({ program }) => {
  test('makes every call of the gallery, with dates, sets, maps and bigints of its own', async () => {
    const served = calls.filter(({ id }) => routed.has(id));
    const asked = await Promise.all(
      served.map(async ({ id, input, output }) => [
        id,
        (await withFiles(input)) ?? {},
        contents[id] ?? toPlain(output) ?? null,
      ]),
    );
    const child = run(program, [join(import.meta.dirname, 'programs/gallery.py'), origin], {
      env: { ...process.env, ...pythonEnv(made.sources) },
      maxBuffer: 16 * 1024 * 1024,
    });
    child.child.stdin?.end(JSON.stringify(asked));
    const { stdout } = await child;
    expect(JSON.parse(stdout)).toEqual({ calls: asked.length, complaints: [] });
    expect(asked.length).toBeGreaterThan(120);
  }, 60_000);
});
