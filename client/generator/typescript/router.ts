/** API → the flat declaration of the router: what the tRPC client is typed by, without any server code. */
import { GeneratorError } from '../generator-error.ts';
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
type Tree = Map<string, Tree | Procedure>;

function tree(procedures: readonly Procedure[]): Tree {
  const all: Tree = new Map();
  for (const procedure of procedures) {
    const segments = procedure.id.split('.');
    const last = segments.pop() ?? '';
    const here = branch(all, segments);
    if (here.has(last)) throw new GeneratorError(`${procedure.id} is a procedure and a router at once`);
    here.set(last, procedure);
  }
  return all;
}

function branch(start: Tree, segments: readonly string[]): Tree {
  let here = start;
  for (const segment of segments) {
    const next = here.get(segment) ?? new Map();
    if (!(next instanceof Map)) throw new GeneratorError(`${next.id} is a procedure and a router at once`);
    here.set(segment, next);
    here = next;
  }
  return here;
}

function group(nodes: Tree, common: readonly string[]): string {
  const entries = Array.from(nodes, ([name, node]) =>
    node instanceof Map
      ? `${propertyName(name)}: ${group(node, common)};`
      : [...describe(node), `${propertyName(name)}: ${declaration(node, common)};`].join('\n'),
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
