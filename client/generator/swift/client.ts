/** The client, its groups and the codes of its failures. */
import { pascalCase, words } from '../naming.ts';
import type { NominalApi } from '../nominal/nominal-api.ts';
import type { Group } from './groups.ts';
import { identifier, memberName, memberScope } from './names.ts';
import { printOperation, routeOf } from './operations.ts';
import { block, docComment, indent, quote } from './text.ts';

/** What a client of this API is called: `PorticoClient`. */
export function clientName({ title }: Pick<NominalApi, 'title'>): string {
  const name = pascalCase(title);
  return `${/^\p{L}/u.test(name) ? name : `API${name}`}Client`;
}

/** The struct that everything is called on. */
export function printClient(root: Group, api: NominalApi): string {
  const renewal = api.tokens && routeOf(api.tokens.refresh, api);
  const core = [
    'core = ClientCore(',
    indent(
      [
        'configuration,',
        `basePath: ${quote(basePath(api))},`,
        `userAgent: UserAgent.text(client: ${quote(`${productName(api)}-swift/${api.version}`)}),`,
        `renewal: ${renewal ?? 'nil'}`,
      ].join('\n'),
    ),
    ')',
  ].join('\n');
  const heading = docComment([
    `Calls ${api.title} ${api.version}. Make one and keep it: all its copies share tokens and connections.`,
  ]);
  const client = block(`public struct ${root.typeName}: Sendable`, [
    'let core: ClientCore',
    '',
    block('public init(_ configuration: ClientConfiguration)', [core]),
    '',
    '/// - Parameter url: where the server is: `https://example.com`',
    block('public init(url: URL)', ['self.init(ClientConfiguration(url: url))']),
    '',
    '/// What proves who calls; nil where nobody is signed in.',
    block('public func currentTokens() async -> TokenPair?', ['await core.tokens.current']),
    '',
    '/// Calls with these tokens from now on; with none where they are nil.',
    block('public func use(_ tokens: TokenPair?) async', ['await core.tokens.keep(tokens)']),
    ...members(root),
  ]);
  return [[...heading, client].join('\n'), ...methods(root, api)].join('\n\n');
}

/** Where the routes begin on the server; which server it is says whoever makes a client. */
function basePath({ basePath: path }: NominalApi): string {
  return (URL.canParse(path) ? new URL(path).pathname : path).replace(/\/$/, '');
}

/** A struct for each group, which hands on what the client has. */
export function printGroup(group: Group, api: NominalApi): string {
  return [
    block(`public struct ${group.typeName}: Sendable`, ['let core: ClientCore', ...members(group)]),
    ...methods(group, api),
  ].join('\n\n');
}

function members({ groups }: Group): string[] {
  return groups.flatMap(({ name, typeName }) => [
    '',
    `public var ${identifier(name)}: ${typeName} { ${typeName}(core: core) }`,
  ]);
}

function methods({ typeName, operations }: Group, api: NominalApi): string[] {
  if (operations.length === 0) return [];
  const printed = operations.flatMap((method) => printOperation(method, api));
  return [block(`extension ${typeName}`, [printed.join('\n\n')])];
}

/** The codes as members of the type that is open to others. */
export function printErrors({ errors }: NominalApi): string {
  const unique = memberScope();
  const codes = errors.flatMap(({ code, status, title }) => [
    ...docComment([`${title} (${status})`]),
    `public static let ${identifier(unique(memberName(code)))} = ProblemCode(rawValue: ${quote(code)})`,
  ]);
  return block('extension ProblemCode', codes);
}

/** A token of HTTP. */
function productName({ title }: NominalApi): string {
  const name = words(title)
    .join('-')
    .replaceAll(/[^A-Za-z0-9-]/g, '')
    .toLowerCase();
  return name || 'api';
}
