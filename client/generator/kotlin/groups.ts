/** Groups of operations → classes, and the client that holds them. */
import type { NominalApi, Operation } from '../nominal/nominal-api.ts';
import { inputsOf, parameterLines } from './inputs.ts';
import { memberScope, titleName, typeScope } from './names.ts';
import { type Printing, printOperation, printPages } from './operations.ts';
import { indent, kdoc, quote } from './text.ts';
import { typeName } from './types.ts';

/** A node of the tree that the ids of operations make. */
interface Group {
  readonly path: readonly string[];
  readonly operations: Operation[];
  readonly groups: Map<string, Group>;
}

function groupsOf(operations: readonly Operation[]): Group {
  const root: Group = { path: [], operations: [], groups: new Map() };
  for (const operation of operations) {
    let group = root;
    for (const segment of operation.group) {
      const next = group.groups.get(segment) ?? {
        path: [...group.path, segment],
        operations: [],
        groups: new Map(),
      };
      group.groups.set(segment, next);
      group = next;
    }
    group.operations.push(operation);
  }
  return root;
}

/** Where an operation is found: `posts.update`. */
type Places = Map<string, string>;

/** The class of each group and of the client, by name. */
export function printGroups(
  api: NominalApi,
  printing: Printing,
  typeNames: Iterable<string>,
): Record<string, string> {
  const root = groupsOf(api.operations);
  const client = `${titleName(api.title)}Client`;
  const className = typeScope(new Set([...typeNames, client]));
  const files: Record<string, string> = {};
  const places: Places = new Map();
  const print = (group: Group, prefix: string): string => {
    const name = className(`${group.path.join(' ')} Api`);
    const members = printMembers(group, prefix, printing, places, print);
    files[name] = [
      `/** The operations \`${group.path.join('.')}\`. */`,
      `public class ${name} internal constructor(private val caller: Caller) {`,
      indent(members.join('\n\n')),
      '}',
    ].join('\n');
    return name;
  };
  const members = printMembers(root, '', printing, places, print);
  files[client] = printClient(client, api, printing, members, places);
  return files;
}

/** What the client has beside the operations. */
const clientMembers = ['session', 'signIn', 'signOut', 'baseUrl'];

function printMembers(
  group: Group,
  prefix: string,
  printing: Printing,
  places: Places,
  print: (group: Group, prefix: string) => string,
): string[] {
  const member = memberScope(group.path.length === 0 ? clientMembers : []);
  const groups = [...group.groups].map(([segment, inner]) => {
    const name = member(segment);
    const type = print(inner, `${prefix}${name}.`);
    return `public val ${name}: ${type} = ${type}(caller)`;
  });
  const named = group.operations.map((operation) => [operation, member(operation.name)] as const);
  const functions = named.flatMap(([operation, name]) => {
    places.set(operation.id, prefix + name);
    const printed = printOperation(operation, name, printing);
    return operation.paged
      ? [printed, printPages(operation, member(`${operation.name} all`), name, printing)]
      : [printed];
  });
  return [...(groups.length > 0 ? [groups.join('\n')] : []), ...functions];
}

function printClient(
  name: string,
  { title, version, tokens, operations }: NominalApi,
  printing: Printing,
  members: readonly string[],
  places: Places,
): string {
  const agent = quote(
    `${title.toLowerCase().replaceAll(/[^\w.-]+/g, '-')}-kotlin/${version.replaceAll(/[^\w.+-]+/g, '-')}`,
  );
  const find = (id: string | undefined) => operations.find((operation) => operation.id === id);
  const [create, refresh, revoke] = [find(tokens?.create), find(tokens?.refresh), find(tokens?.revoke)];
  const session =
    create && refresh && revoke
      ? [printRenewal(refresh, places), printSignIn(create, places, printing), printSignOut(revoke, places)]
      : [];
  return [
    ...kdoc(
      [
        `${title}, by the document of version ${version}.`,
        'Make one client and share it: it keeps connections and the session.',
      ],
      ['@param baseUrl where the API is: `https://example.com/api`'],
    ),
    `public class ${name}(baseUrl: String, options: ClientOptions = ClientOptions()) {`,
    indent(`private val caller: Caller = Caller(baseUrl, options, ${agent}, ApiException::of)`),
    '',
    indent(['/** Who is signed in. */', 'public val session: Session get() = caller.session'].join('\n')),
    '',
    indent([...members, ...session].join('\n\n')),
    '}',
  ].join('\n');
}

function printRenewal({ id }: Operation, places: Places): string {
  return [
    'init {',
    '    caller.session.renew = { refreshToken ->',
    `        this.${places.get(id)}(refreshToken = refreshToken).let { Tokens(it.accessToken, it.refreshToken) }`,
    '    }',
    '}',
  ].join('\n');
}

function printSignIn(operation: Operation, places: Places, { types }: Printing): string {
  const inputs = inputsOf(operation);
  const passed = [...inputs.map(({ name }) => `${name} = ${name}`), 'options = options'].join(', ');
  return [
    ...kdoc([
      operation.summary,
      'Every later call carries the access token, which is renewed when it expires.',
    ]),
    'public suspend fun signIn(',
    ...parameterLines(inputs, types).map((line) => indent(line)),
    `): ${operation.output ? typeName(operation.output, types) : 'Unit'} {`,
    `    val answer = this.${places.get(operation.id)}(${passed})`,
    '    session.begin(Tokens(answer.accessToken, answer.refreshToken))',
    '    return answer',
    '}',
  ].join('\n');
}

function printSignOut(operation: Operation, places: Places): string {
  return [
    '/** Ends the session on the server, and forgets the tokens, also where the server cannot be reached. */',
    'public suspend fun signOut(options: CallOptions = CallOptions.Default) {',
    '    val ended = session.tokens() ?: return',
    '    session.end()',
    `    this.${places.get(operation.id)}(refreshToken = ended.refreshToken, options = options)`,
    '}',
  ].join('\n');
}
