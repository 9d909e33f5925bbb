import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../client/generator/ir.ts';
import { kotlin } from '../../../client/generator/kotlin/kotlin.ts';
import { quote } from '../../../client/generator/kotlin/text.ts';
import { answering, galleryApi, ownApi, taking } from './documents.ts';

/** The text of the one file that says something. */
async function printed(api: Promise<Api>, path: string): Promise<string> {
  return kotlin.files(await api)[path] ?? '';
}

describe('texts', () => {
  it.each([
    ['$name', '"\\$name"'],
    ['"\\', '"\\"\\\\"'],
    ['a\nb\tc\u2028', '"a\\nb\\u0009c\\u2028"'],
    ['é 𝔘 \u202e', '"é 𝔘 \\u202e"'],
    ['\ud800', '"\\ud800"'],
  ])('%j is %s', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it('a description cannot end its comment, nor begin another', async () => {
    const text = await printed(
      answering(z.object({ a: z.string().describe('a */ b /* c') })),
      'models/ThingsGetOutput.kt',
    );
    expect(text).toContain('/** a *&#47; b /&#42; c */');
  });
});

describe('parameters', () => {
  it('null is told apart from absent where both mean something', async () => {
    const api = taking({
      needed: z.string(),
      maybe: z.string().optional(),
      empty: z.string().nullable(),
      both: z.string().nullish(),
    });
    const text = await printed(api, 'ThingsApi.kt');
    expect(text).toContain(
      [
        '        needed: String,',
        '        empty: String?,',
        '        maybe: String? = null,',
        '        both: Field<String?> = Field.Absent,',
        '        options: CallOptions = CallOptions.Default,',
      ].join('\n'),
    );
  });

  it('keywords, members of every object and names that read alike are told apart', async () => {
    const shape = Object.fromEntries(
      ['class', 'fun', 'options', 'a-b', 'a_b', 'aB', '1', '', '日本', 'é'].map((name) => [name, z.int()]),
    );
    const text = await printed(taking(shape), 'ThingsApi.kt');
    for (const name of ['class_', 'fun_', 'options_', 'aB', 'aB2', 'aB3', 'n1', 'value', '日本', 'é']) {
      expect(text).toContain(` ${name}: Long,`);
    }
  });

  it('more than a function takes are refused in a sentence', async () => {
    const shape = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`field${index}`, z.string()]),
    );
    const api = await taking(shape);
    expect(() => kotlin.files(api)).toThrow('things.make: it takes 101 fields');
  });
});

describe('types', () => {
  it('no two files are one where names are the same whatever their case', async () => {
    for (const api of [await ownApi(), await galleryApi()]) {
      const paths = Object.keys(kotlin.files(api)).map((path) => path.toLowerCase());
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it('a type that Kotlin has already gets another name', async () => {
    const text = kotlin.files(await answering(z.object({ a: z.int() }).meta({ id: 'String' })));
    expect(Object.keys(text)).toContain('models/StringModel.kt');
  });
});

describe('size', () => {
  it('3,000 operations are printed within 30 seconds', async () => {
    const api = await ownApi();
    const copies = Math.ceil(3_000 / api.procedures.length);
    const procedures = Array.from({ length: copies }, (_, index) =>
      api.procedures.map((procedure) => ({
        ...procedure,
        id: `part${index}.${procedure.id}`,
        name: `Part${index}${procedure.name}`,
      })),
    ).flat();
    const start = performance.now();
    const files = kotlin.files({ ...api, procedures });
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(procedures.length).toBeGreaterThanOrEqual(3_000);
    expect(Object.keys(files).length).toBeGreaterThan(copies);
  });
});
