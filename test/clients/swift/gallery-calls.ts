/** The calls of the gallery → a Swift program that makes each of them, and compares what comes back. */
import type { Api } from '../../../client/generator/ir.ts';
import { nominal } from '../../../client/generator/nominal/nominal.ts';
import { clientName } from '../../../client/generator/swift/client.ts';
import { type Group, type Method, readGroups } from '../../../client/generator/swift/groups.ts';
import { reservedTypes } from '../../../client/generator/swift/names.ts';
import { type Parameter, readParameters } from '../../../client/generator/swift/parameters.ts';
import { quote } from '../../../client/generator/swift/text.ts';
import { presence } from '../../../client/generator/swift/types.ts';
import { calls } from '../../engine/gallery/gallery.ts';
import { toPlain } from '../../engine/gallery/plain.ts';

/** Lines for `Calls.swift`, and how many calls they make. */
export function printGalleryCalls(api: Api): { readonly text: string; readonly count: number } {
  const name = clientName(api);
  const named = nominal(api, { reserved: new Set([...reservedTypes, name]) });
  const methods = new Map(methodsOf(readGroups(named, name), []).map((each) => [each.operation.id, each]));
  const lines = calls.flatMap(({ id, nth, input, output }) => {
    const method = methods.get(id);
    if (!method || holdsFile(input)) return [];
    const { operation, path } = method;
    if (operation.answer !== 'json' && operation.answer !== 'none') return [];
    const given = (toPlain(input) ?? {}) as Record<string, unknown>;
    const { fields, others } = readParameters(operation, named);
    const known = new Set(fields.map(({ field }) => field.name));
    const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !known.has(key)));
    const args = [
      ...fields.filter(({ field }) => Object.hasOwn(given, field.name)).map((each) => argument(each, given)),
      ...(others ? [`${others.name}: arg(${json(rest)})`] : []),
    ];
    const call = `client.${path.join('.')}(${args.join(', ')})`;
    const expected = operation.answer === 'none' ? 'nil' : json(toPlain(output));
    const made =
      operation.answer === 'none' ? `{ try await ${call}; return nil }` : `{ try plain(await ${call}) }`;
    return [`    await check(${quote(`${id}, call ${nth}`)}, ${expected}) ${made}`];
  });
  return {
    text: [
      'import Foundation',
      'import Gallery',
      '',
      'func makeCalls(_ client: GalleryClient) async {',
      ...lines,
      '}',
      '',
    ].join('\n'),
    count: lines.length,
  };
}

type Found = Method & { readonly path: readonly string[] };

function methodsOf({ operations, groups }: Group, path: readonly string[]): Found[] {
  return [
    ...operations.map((method) => ({ ...method, path: [...path, method.name] })),
    ...groups.flatMap((group) => methodsOf(group, [...path, group.name])),
  ];
}

function argument({ field, name }: Parameter, given: Record<string, unknown>): string {
  const value = given[field.name];
  if (presence(field) === 'field' && field.in !== 'path') {
    return `${name}: ${value === null ? '.null' : `.value(arg(${json(value)}))`}`;
  }
  return `${name}: arg(${json(value)})`;
}

function json(value: unknown): string {
  return quote(JSON.stringify(value));
}

function holdsFile(value: unknown): boolean {
  if (value instanceof File) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFile);
}
