/** Operations → methods. */
import type { NominalApi, Operation } from '../nominal/nominal-api.ts';
import type { Method } from './groups.ts';
import { identifier } from './names.ts';
import { printPages } from './pages.ts';
import { printInput, printParameters, readParameters } from './parameters.ts';
import { argumentList, block, docComment, quote } from './text.ts';
import { swiftType } from './types.ts';

/** The method of an operation, and the one that iterates over its pages. */
export function printOperation({ operation, name, allName }: Method, api: NominalApi): string[] {
  const parameters = readParameters(operation, api);
  const { by, effects } = answerOf(operation);
  const head = argumentList(`public func ${identifier(name)}`, printParameters(parameters), effects);
  const input = printInput(parameters);
  const route = printRoute(operation, api);
  const sent = input.length > 0 ? 'callInput' : 'CallInput()';
  const made =
    operation.answer === 'stream'
      ? `EventStream(core: core, route: ${route}, input: ${sent}, options: options${operation.stream === 'plain' ? ', isResumable: false' : ''})`
      : `try await core.${by}(${route}, ${sent}, options)`;
  const body = [...input, input.length > 0 ? `return ${made}` : made];
  const one = [...describe(operation), ...deprecation(operation), block(head, body)].join('\n');
  if (allName === undefined) return [one];
  const all = printPages(operation, { methodName: name, allName }, parameters, api);
  const heading = docComment([`${operation.summary}: all of them, page by page as you come to them.`]);
  return [one, [...heading, ...deprecation(operation), all].join('\n')];
}

/** The method of the runtime that makes the call, and what follows the parameters. */
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

function describe({ summary, description, route, errors, access }: Operation): string[] {
  const own = errors.filter((code) => !everywhere.has(code)).map((code) => `\`${code}\``);
  return docComment([
    summary,
    description,
    `\`${route.method} ${route.path}\`${access === 'anyone' ? '' : `, needs role ${access}`}`,
    own.length > 0 ? `- Throws: \`APIError\`; its codes beside those of every call: ${own.join(', ')}` : '',
  ]);
}

function deprecation({ deprecated, sunset }: Operation): string[] {
  const ends = sunset === undefined ? 'It will end' : `It ends ${sunset}`;
  return deprecated ? [`@available(*, deprecated, message: ${quote(ends)})`] : [];
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
