/** Which types hold themselves, directly or through others: a struct cannot, without room elsewhere. */
import type { Declaration, Ref } from '../nominal/nominal-api.ts';

/** Where room elsewhere is needed. */
export interface Recursion {
  /** Names of unions that are `indirect`. */
  readonly unions: ReadonlySet<string>;
  /** Names of objects whose fields of a type among these are kept elsewhere. */
  isBoxed(owner: string, type: Ref): boolean;
}

/** Lists, sets, maps and records have their items elsewhere anyway. */
function inlineNames(ref: Ref): string[] {
  switch (ref.kind) {
    case 'named':
      return [ref.name];
    case 'nullable':
      return inlineNames(ref.type);
    case 'tuple':
      return ref.items.flatMap(inlineNames);
    default:
      return [];
  }
}

export function findRecursion(declarations: readonly Declaration[]): Recursion {
  const edges = new Map(declarations.map((declaration) => [declaration.name, heldBy(declaration)]));
  const groups = stronglyConnected(edges);
  const together = (a: string, b: string) => groups.get(a) === groups.get(b);
  const isCyclic = (name: string) => (edges.get(name) ?? []).some((held) => together(name, held));
  const unions = declarations.filter(({ kind, name }) => kind === 'union' && isCyclic(name));
  return {
    unions: new Set(unions.map(({ name }) => name)),
    isBoxed: (owner, type) => inlineNames(type).some((name) => together(owner, name)),
  };
}

function heldBy(declaration: Declaration): string[] {
  if (declaration.kind === 'object') return declaration.fields.flatMap(({ type }) => inlineNames(type));
  return declaration.kind === 'union' ? declaration.variants.flatMap(({ type }) => inlineNames(type)) : [];
}

/** Numbers for names; those that reach each other have the same. Tarjan's algorithm, with a stack of its own. */
function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const group = new Map<string, number>();
  const open: string[] = [];
  const lower = (name: string, value = Number.POSITIVE_INFINITY) =>
    low.set(name, Math.min(low.get(name) ?? value, value));

  for (const root of edges.keys()) {
    const path: { readonly name: string; readonly waiting: string[] }[] = [];
    const enter = (name: string) => {
      index.set(name, index.size);
      lower(name, index.get(name));
      open.push(name);
      path.push({ name, waiting: [...(edges.get(name) ?? [])] });
    };
    if (!index.has(root)) enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.waiting.pop();
      if (next !== undefined) {
        if (!index.has(next)) enter(next);
        else if (!group.has(next)) lower(top.name, index.get(next));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(parent.name, low.get(top.name));
      if (low.get(top.name) === index.get(top.name)) close(top.name);
    }
  }

  function close(name: string): void {
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      group.set(member, index.get(name) ?? 0);
      if (member === name) return;
    }
  }
  return group;
}
