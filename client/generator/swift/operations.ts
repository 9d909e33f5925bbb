/** Operations → methods. */
import type { InputField, NominalApi, Operation } from '../nominal/nominal-api.ts';
import { identifier, memberName, parameterScope, propertyNames } from './names.ts';
import { argumentList, block, docComment, quote } from './text.ts';
import { fieldType, leftOut, presence, swiftType } from './types.ts';

/** What printing an operation takes to know of the API. */
export interface OperationContext {
  readonly api: NominalApi;
  /** Names of the properties of an object that the document declares. */
  propertyOf(objectName: string, field: string): string;
  /** A field of such an object. */
  fieldOf(
    objectName: string,
    field: string,
  ): { readonly required: boolean; readonly nullable: boolean } | undefined;
}

interface Parameter {
  readonly field: InputField;
  readonly name: string;
}

/** The method of an operation, and the one that iterates over its pages. */
export function printOperation(
  operation: Operation,
  methodName: string,
  allName: string | undefined,
  context: OperationContext,
): string[] {
  const unique = parameterScope();
  const named = (operation.input?.fields ?? []).map((field) => ({
    field,
    name: unique(memberName(field.name)),
  }));
  const parameters = [
    ...named.filter(({ field }) => isNeeded(field, operation)),
    ...named.filter(({ field }) => !isNeeded(field, operation)),
  ];
  const method = printMethod(operation, methodName, parameters, context.api);
  const pages =
    allName === undefined ? [] : [printPages(operation, methodName, allName, parameters, context)];
  return [method, ...pages];
}

/** A path is nothing without its parts, whatever the schema says. */
function isNeeded({ required, in: place }: InputField, _operation: Operation): boolean {
  return required || place === 'path';
}

function printMethod(
  operation: Operation,
  methodName: string,
  parameters: readonly Parameter[],
  api: NominalApi,
): string {
  const { answer } = operation;
  const call = answerOf(operation);
  const head = argumentList(
    `public func ${identifier(methodName)}`,
    [...parameters.map(printParameter), 'options: CallOptions = CallOptions()'],
    call.effects,
  );
  const input = printInput(parameters);
  const route = printRoute(operation, api);
  const sent = input.length > 0 ? 'callInput' : 'CallInput()';
  const made =
    answer === 'stream'
      ? `EventStream(core: core, route: ${route}, input: ${sent}, options: options)`
      : `try await core.${call.by}(${route}, ${sent}, options)`;
  return [...describe(operation), block(head, [...input, input.length > 0 ? `return ${made}` : made])].join(
    '\n',
  );
}

function answerOf({ answer, output }: Operation): { readonly by: string; readonly effects: string } {
  const type = output ? swiftType(output) : 'JSON';
  switch (answer) {
    case 'json':
      return { by: 'json', effects: ` async throws -> ${type}` };
    case 'none':
      return { by: 'nothing', effects: ' async throws' };
    case 'text':
    case 'html':
      return { by: 'text', effects: ' async throws -> String' };
    case 'redirect':
      return { by: 'redirect', effects: ' async throws -> URL' };
    case 'file':
      return { by: 'download', effects: ' async throws -> Download' };
    case 'stream':
      return { by: 'stream', effects: ` -> EventStream<${type}>` };
  }
}

function printParameter({ field, name }: Parameter): string {
  const type = parameterType(field);
  return `${identifier(name)}: ${type}${field.in === 'path' ? '' : leftOut(field)}`;
}

function parameterType(field: InputField): string {
  return field.in === 'path' ? swiftType(field.type) : fieldType(field);
}

function printInput(parameters: readonly Parameter[]): string[] {
  if (parameters.length === 0) return [];
  const added = parameters.map(({ field, name }) => {
    const way = field.in === 'path' ? 'value' : presence(field);
    return `callInput.${way}(${quote(field.name)}, ${identifier(name)})`;
  });
  return ['var callInput = CallInput()', ...added];
}

function printRoute({ id, route, idempotent, repeatable }: Operation, { tokens }: NominalApi): string {
  const parts = [`method: .${route.method.toLowerCase()}`, `path: ${quote(route.path)}`];
  if (route.body !== 'none') parts.push(`body: .${route.body}`);
  if (idempotent || repeatable) parts.push(`repetition: .${idempotent ? 'underKey' : 'always'}`);
  if (id === tokens?.create || id === tokens?.refresh) parts.push('tokens: .kept');
  if (id === tokens?.revoke) parts.push('tokens: .dropped');
  return `Route(${parts.join(', ')})`;
}

/** The route of an operation by its id. */
export function routeOf(id: string, api: NominalApi): string | undefined {
  const operation = api.operations.find((each) => each.id === id);
  return operation && printRoute(operation, api);
}

function describe(operation: Operation): string[] {
  const { summary, description, route, errors, access, deprecated, sunset } = operation;
  const own = errors.filter((code) => !everywhere.has(code)).map((code) => `\`${code}\``);
  const comment = docComment([
    summary,
    description,
    `\`${route.method} ${route.path}\`${access === 'anyone' ? '' : `, needs role ${access}`}`,
    own.length > 0 ? `- Throws: \`APIError\`; its codes beside those of every call: ${own.join(', ')}` : '',
  ]);
  if (!deprecated) return comment;
  const ends = sunset === undefined ? 'It will end' : `It ends ${sunset}`;
  return [...comment, `@available(*, deprecated, message: ${quote(ends)})`];
}

/** Codes that any call may fail with. */
const everywhere = new Set([
  'bad_request',
  'cross_site',
  'not_acceptable',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_input',
  'rate_limited',
  'internal',
  'unavailable',
  'timeout',
]);

function printPages(
  operation: Operation,
  methodName: string,
  allName: string,
  parameters: readonly Parameter[],
  { propertyOf, fieldOf }: OperationContext,
): string {
  const { paged, output, summary } = operation;
  if (!paged || output?.kind !== 'named') throw new TypeError(`${operation.id}: its pages have no type`);
  const items = propertyOf(output.name, paged.items);
  const next = propertyOf(output.name, paged.next);
  const kept = parameters.filter(({ field }) => field.name !== paged.cursor);
  const head = argumentList(
    `public func ${allName}`,
    [...kept.map(printParameter), 'options: CallOptions = CallOptions()'],
    ` -> ItemSequence<${output.name}, ${swiftType(paged.item)}>`,
  );
  const passed = parameters.map(({ field, name }) =>
    field.name === paged.cursor ? `${name}: ${printCursor(field)}` : `${name}: ${identifier(name)}`,
  );
  const nextField = fieldOf(output.name, paged.next);
  const following = nextField && presence(nextField) === 'field' ? `page.${next}.value` : `page.${next}`;
  const load = [
    `let page = ${argumentList(`try await ${identifier(methodName)}`, [...passed, 'options: options'], '')}`,
    `return (page, ${following})`,
  ];
  const pages = `let pages = PageSequence { [self] cursor in\n${load.join('\n').replaceAll(/^/gm, '    ')}\n}`;
  return [
    ...docComment([`${summary}: all of them, page by page as you come to them.`]),
    ...describe(operation).filter((line) => line.startsWith('@')),
    block(head, [pages, `return ItemSequence(pages: pages) { $0.${items} }`]),
  ].join('\n');
}

function printCursor(field: InputField): string {
  return presence(field) === 'field' ? 'cursor.map(Field.value) ?? .absent' : 'cursor';
}

/** Looks fields up in what the document declares. */
export function operationContext(api: NominalApi): OperationContext {
  const objects = new Map(
    api.declarations.flatMap((each) => (each.kind === 'object' ? [[each.name, each]] : [])),
  );
  return {
    api,
    propertyOf: (objectName, field) =>
      propertyNames(objects.get(objectName)?.fields ?? []).get(field) ?? field,
    fieldOf: (objectName, field) => objects.get(objectName)?.fields.find(({ name }) => name === field),
  };
}
