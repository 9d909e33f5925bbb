/** The real import graph of the repository, read from the syntax tree of every file. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vitest/node';
import { filesOf, read, root } from './repository.ts';

/** One import: who, what, and how. */
export interface Import {
  readonly from: string;
  /** A file of the repository, or the name of a package. */
  readonly to: string;
  /** `lazy` for `import()`; `type` leaves no trace at run time. */
  readonly kind: 'value' | 'lazy' | 'type';
}

interface SyntaxNode {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Every import of the files that match. */
export function importsOf(...patterns: string[]): Import[] {
  return filesOf(...patterns).flatMap((from) => {
    const lang = from.endsWith('x') ? 'tsx' : 'ts';
    const found = specifiers(parseAst(read(from), { lang }, from));
    return found.map(({ specifier, kind }) => ({ from, to: resolve(from, specifier), kind }));
  });
}

/** A file's own path for what lies in the repository, the specifier for what does not. */
function resolve(from: string, specifier: string): string {
  const path = specifier.split('?', 1)[0] ?? specifier;
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path);
  const [, member, file] = /^@portico\/(\w+)(?:\/(.+))?$/.exec(path) ?? [];
  return member ? `${member}/src/${file ?? 'index'}.ts` : path;
}

/** Imports of files that are not there. */
export function dangling(imports: readonly Import[]): Import[] {
  return imports.filter(
    ({ to }) => /^(?:server|client|shared|web|test)\//.test(to) && !existsSync(join(root, to)),
  );
}

type Found = Pick<Import, 'kind'> & { readonly specifier: string };

function specifiers(node: unknown): Found[] {
  if (Array.isArray(node)) return node.flatMap(specifiers);
  if (!isNode(node)) return [];
  const here = specifierOf(node);
  return [...(here ? [here] : []), ...Object.values(node).flatMap(specifiers)];
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function specifierOf(node: SyntaxNode): Found | undefined {
  const specifier = isNode(node.source) ? node.source.value : undefined;
  if (typeof specifier !== 'string') return undefined;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return { specifier, kind: isTypeOnly(node) ? 'type' : 'value' };
    case 'ImportExpression':
      return { specifier, kind: 'lazy' };
    case 'TSImportType':
      return { specifier, kind: 'type' };
    default:
      return undefined;
  }
}

/** `verbatimModuleSyntax` keeps `import { type A }` as an import for its effects, so it counts as a value. */
function isTypeOnly({ importKind, exportKind }: SyntaxNode): boolean {
  return importKind === 'type' || exportKind === 'type';
}

/**
 * The cycles among imports: each a list of files that reach one another.
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function cycles(imports: readonly Import[]): string[][] {
  const edges = Map.groupBy(imports, ({ from }) => from);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const found: string[][] = [];

  function visit(file: string): number {
    const index = order.size;
    order.set(file, index);
    lowest.set(file, index);
    path.push(file);
    for (const { to } of edges.get(file) ?? []) {
      const reached = order.has(to) ? (path.includes(to) ? order.get(to) : undefined) : visit(to);
      lowest.set(file, Math.min(lowest.get(file) ?? index, reached ?? index));
    }
    const low = lowest.get(file) ?? index;
    if (low === index) {
      const group = path.splice(path.indexOf(file));
      if (group.length > 1) found.push(group.toSorted());
    }
    return low;
  }

  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return found;
}
