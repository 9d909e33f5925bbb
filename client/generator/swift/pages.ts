/** Operations that answer pages → methods that iterate over all of them. */
import type { Field, InputField, NominalApi, Operation } from '../nominal/nominal-api.ts';
import { identifier, propertyNames } from './names.ts';
import { type Parameters, printParameters } from './parameters.ts';
import { argumentList, block, indent } from './text.ts';
import { presence, swiftType } from './types.ts';

/** A method beside the one for a single page, `methodName`. */
export function printPages(
  operation: Operation,
  { methodName, allName }: { readonly methodName: string; readonly allName: string },
  { fields, others }: Parameters,
  api: NominalApi,
): string {
  const { paged, output } = operation;
  if (!paged || output?.kind !== 'named') throw new TypeError(`${operation.id}: its pages have no type`);
  const page = fieldsOf(output.name, api);
  const names = propertyNames(page);
  const head = argumentList(
    `public func ${allName}`,
    printParameters({
      fields: fields.filter(({ field }) => field.name !== paged.cursor),
      ...(others && { others }),
    }),
    ` -> ItemSequence<${output.name}, ${swiftType(paged.item)}>`,
  );
  const passed = fields.map(({ field, name }) =>
    field.name === paged.cursor ? `${name}: ${printCursor(field)}` : `${name}: ${identifier(name)}`,
  );
  const rest = others ? [`${others.name}: ${others.name}`] : [];
  const next = page.find(({ name }) => name === paged.next);
  const cursor = `page.${names.get(paged.next)}${next && presence(next) === 'field' ? '.value' : ''}`;
  const load = [
    `let page = ${argumentList(`try await ${identifier(methodName)}`, [...passed, ...rest, 'options: options'], '')}`,
    `return (page, ${cursor})`,
  ];
  return block(head, [
    ['let pages = PageSequence { [self] cursor in', indent(load.join('\n')), '}'].join('\n'),
    `return ItemSequence(pages: pages) { $0.${names.get(paged.items)} }`,
  ]);
}

function fieldsOf(name: string, { declarations }: NominalApi): readonly Field[] {
  const declared = declarations.find((each) => each.name === name);
  return declared?.kind === 'object' ? declared.fields : [];
}

function printCursor(field: InputField): string {
  return presence(field) === 'field' ? 'cursor.map(Field.value) ?? .absent' : 'cursor';
}
