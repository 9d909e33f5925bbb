import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../client/generator/ir.ts';
import { nominal } from '../../../client/generator/nominal/nominal.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { caseName, memberName, reservedTypes } from '../../../client/generator/swift/names.ts';
import { findRecursion } from '../../../client/generator/swift/recursion.ts';
import { swift } from '../../../client/generator/swift/swift.ts';
import { docComment, quote } from '../../../client/generator/swift/text.ts';
import { hardNames } from '../../clients/swift/hard-names.ts';
import { answering, documentOf, galleryApi, ownApi, taking } from './documents.ts';

const runtime = join(import.meta.dirname, '../../../client/swift/Sources/Client/Runtime');

function textOf(api: Api): string {
  return Object.values(swift.files(api)).join('\n');
}

describe('names', () => {
  it.each([
    ['coverId', 'coverID'],
    ['cover-ids', 'coverIDs'],
    ['id', 'id'],
    ['URL', 'url'],
    ['htmlBody', 'htmlBody'],
    ['größe', 'größe'],
  ])('%s is the member %s', (wire, member) => {
    expect(memberName(wire)).toBe(member);
  });

  it('numbers are cases as well', () => {
    expect([1, -1, 1.5].map(caseName)).toEqual(['n1', 'minus1', 'n1_5']);
  });

  it('every type of the runtime is reserved', async () => {
    const files = (await readdir(runtime)).filter((file) => file.endsWith('.swift'));
    const texts = await Promise.all(files.map((file) => readFile(join(runtime, file), 'utf8')));
    const declared = texts.flatMap((text) =>
      Array.from(
        text.matchAll(/^(?:public |final |indirect )*(?:struct|class|enum|actor|protocol) (\w+)/gm),
        (match) => match[1],
      ),
    );
    expect(declared.length).toBeGreaterThan(30);
    expect(declared.filter((name) => name === undefined || !reservedTypes.has(name))).toEqual([]);
  });

  it('a model with a name of the language has another', async () => {
    const Task = z.object({ error: z.string() }).meta({ id: 'Task' });
    expect(textOf(await answering(Task))).toContain('public struct TaskModel:');
  });

  it('keywords stand between backticks, and what cannot is evaded', async () => {
    const text = textOf(
      await taking({ in: z.string(), self: z.string(), options: z.string(), class: z.string() }),
    );
    expect(text).toContain('`in`: String');
    expect(text).toContain('self_: String');
    expect(text).toContain('options_: String');
    expect(text).toContain('callInput.value("class", `class`)');
  });
});

describe('texts', () => {
  it('a literal means its text, whatever it holds', () => {
    expect(quote('a"\\(b)\n\u0000\u202e')).toBe('"a\\"\\\\(b)\\u{a}\\u{0}\\u{202e}"');
  });

  it('no description leaves its comment', () => {
    const lines = docComment(['one\ntwo\r*/ three\u2028four', '', 'five']);
    expect(lines).toEqual(['/// one', '/// two', '/// */ three', '/// four', '///', '/// five']);
  });
});

describe('types that hold themselves', () => {
  const Tree: z.ZodType = z
    .object({ left: z.lazy(() => Tree).optional(), children: z.array(z.lazy(() => Tree)) })
    .meta({ id: 'Tree' });

  it('a field is kept elsewhere where it must be, and only there', async () => {
    const text = textOf(await answering(Tree));
    expect(text).toContain('private var leftStorage: Indirect<Tree?>');
    expect(text).toContain('public var children: [Tree]');
  });

  it('a union is indirect', async () => {
    const Sum = z.object({ kind: z.literal('sum'), of: z.lazy(() => Term) });
    const Term: z.ZodType = z
      .discriminatedUnion('kind', [Sum, z.object({ kind: z.literal('one') })])
      .meta({ id: 'Term' });
    const api = nominal(await answering(Term));
    expect([...findRecursion(api.declarations).unions]).toEqual(['Term']);
  });
});

describe('files', () => {
  it.each([
    ['this API', ownApi],
    ['the gallery', galleryApi],
  ])('of %s are the same whenever they are printed', async (_, read) => {
    expect(swift.files(await read())).toEqual(swift.files(await read()));
  });

  it('no two have one name, which a module of Swift does not take', async () => {
    const own = await documentOf(hardNames);
    for (const api of [await ownApi(), await galleryApi(), readApi(own)]) {
      const printed = Object.keys(swift.files(api)).map((path) => basename(path));
      const names = [...printed, ...(await readdir(runtime))].map((name) => name.toLowerCase());
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it('a model is in the file of the group that uses it, or where several do', async () => {
    const files = swift.files(await ownApi());
    expect(files['Models/ProductsModels.swift']).toContain('public struct Money:');
    expect(files['Models/SharedModels.swift']).toContain('public struct Author:');
    expect(textOf(await ownApi()).match(/^public struct Author:/gm)).toHaveLength(1);
  });

  it('3,000 operations are printed in less than 30 seconds of a processor', async () => {
    const api = await ownApi();
    const procedures = Array.from({ length: 100 }, (_, copy) =>
      api.procedures.map((procedure) => ({
        ...procedure,
        id: `copy${copy}.${procedure.id}`,
        name: `Copy${copy}${procedure.name}`,
      })),
    ).flat();
    expect(procedures.length).toBeGreaterThanOrEqual(3000);
    const { tokens: _, ...rest } = api;
    const begin = process.cpuUsage();
    const files = swift.files({ ...rest, procedures });
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1_000_000).toBeLessThan(30);
    expect(Object.keys(files).length).toBeGreaterThan(500);
  });
});
