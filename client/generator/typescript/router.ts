/** API → the flat declaration of the router: what the tRPC client is typed by, without any server code. */
import type { Api, Procedure } from '../ir.ts';
import { header } from './header.ts';
import { modelDeclarations, signature, signatureDeclarations } from './models.ts';
import { docComment, indent, propertyName, quote } from './text.ts';

/** Prints `generated/router.ts`. */
export function printRouter(api: Api): string {
  const common = commonErrors(api);
  const blocks = [
    header(api),
    imports(api),
    [...docComment(['What any call may fail with.']), `type Always = ${union(common)};`].join('\n'),
    ...modelDeclarations(api),
    ...api.procedures.flatMap(signatureDeclarations),
    root,
    `${docComment(['Every procedure, for the tRPC client.']).join('\n')}\nexport type AppRouter = TRPCBuiltRouter<Root, ${group(tree(api.procedures), common)}>;`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function imports({ procedures }: Api): string {
  const used = new Set(procedures.map(({ kind }) => procedureTypes[kind]));
  return `import type { ${['TRPCBuiltRouter', ...used].toSorted().join(', ')} } from '@trpc/server';
import type { RpcError } from '../rpc-error.ts';`;
}

const root = `/** What all procedures share. */
interface Root {
  ctx: object;
  meta: object;
  errorShape: RpcError;
  transformer: true;
}`;

/** Procedures by the segments of their path. */
interface Tree {
  [segment: string]: Tree | Procedure;
}

function tree(procedures: readonly Procedure[]): Tree {
  const all: Tree = {};
  for (const procedure of procedures) {
    const segments = procedure.id.split('.');
    const last = segments.pop() ?? '';
    branch(all, segments)[last] = procedure;
  }
  return all;
}

function branch(start: Tree, segments: readonly string[]): Tree {
  let here = start;
  for (const segment of segments) {
    const next = (Object.hasOwn(here, segment) && here[segment]) || {};
    if (isProcedure(next)) throw new TypeError(`${next.id} is a procedure and a router at once`);
    here[segment] = next;
    here = next;
  }
  return here;
}

function isProcedure(node: Tree | Procedure): node is Procedure {
  return 'kind' in node && typeof node.kind === 'string';
}

function group(nodes: Tree, common: readonly string[]): string {
  const entries = Object.entries(nodes).map(([name, node]) =>
    isProcedure(node)
      ? [...describe(node), `${propertyName(name)}: ${declaration(node, common)};`].join('\n')
      : `${propertyName(name)}: ${group(node, common)};`,
  );
  return `{\n${indent(entries.join('\n'))}\n}`;
}

function describe({ summary, route, access }: Procedure): string[] {
  const facts = [
    route && `\`${route.method} ${route.path}\``,
    access === 'anyone' ? '' : `needs role ${access}`,
  ].filter(Boolean);
  return docComment([summary, facts.join(' · ')]);
}

function declaration(procedure: Procedure, common: readonly string[]): string {
  const { input, output } = signature(procedure);
  const own = procedure.errors.filter((code) => !common.includes(code));
  const errors = ['Always', ...own.map(quote)].join(' | ');
  return `${procedureTypes[procedure.kind]}<{\n${indent(
    [`input: ${input};`, `output: ${output};`, 'meta: object;', `errorShape: RpcError<${errors}>;`].join(
      '\n',
    ),
  )}\n}>`;
}

const procedureTypes = {
  query: 'TRPCQueryProcedure',
  mutation: 'TRPCMutationProcedure',
  subscription: 'TRPCSubscriptionProcedure',
} as const;

function commonErrors({ procedures }: Api): readonly string[] {
  const [first, ...others] = procedures;
  return (first?.errors ?? []).filter((code) => others.every(({ errors }) => errors.includes(code)));
}

function union(codes: readonly string[]): string {
  return codes.length === 0 ? 'never' : codes.map(quote).join(' | ');
}
