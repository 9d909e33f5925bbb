/** Operations → a tree of groups, and a module for each group at the root. */
import { nameScope, pascalCase } from '../naming.ts';
import type { Operation } from '../nominal/nominal-api.ts';
import { type Manner, type Method, printMethod } from './methods.ts';
import { constantScope, methodScope, moduleScope } from './names.ts';
import { printOperation } from './operations.ts';
import { docstring, imports, indent } from './text.ts';
import { annotationNames, codecSources, type Types } from './types.ts';

/** A group: `client.posts`, or the client itself. */
export interface Group {
  /** Where it is, as ids write it: `posts`, `nests.lazily`; empty for the root. */
  readonly path: string;
  /** As an attribute of what holds it. */
  readonly name: string;
  /** Names of its classes. */
  readonly classes: Readonly<Record<Manner, string>>;
  readonly methods: readonly Method[];
  readonly groups: readonly Group[];
}

/** A group at the root, in a module of its own. */
export interface Module {
  readonly name: string;
  readonly group: Group;
}

/** The root: what the client itself has, and the modules of its groups. */
export function readGroups(operations: readonly Operation[]): { root: Group; modules: readonly Module[] } {
  const uniqueClass = nameScope();
  const constants = new Map<string, (id: string) => string>();
  const read = (path: readonly string[], name: string): Group => {
    const within = operations.filter(({ group }) => path.every((part, level) => group[level] === part));
    const nameOf = methodScope(path.length === 0);
    const top = path[0] ?? '';
    const constantOf = constants.get(top) ?? constantScope();
    constants.set(top, constantOf);
    const id = path.join('.');
    const sync = uniqueClass(`${pascalCase(id).normalize('NFKC')}Operations`);
    const deeper = [...new Set(within.flatMap(({ group }) => group[path.length] ?? []))];
    return {
      path: id,
      name,
      classes: { sync, async: uniqueClass(`Async${sync}`) },
      methods: within
        .filter(({ group }) => group.length === path.length)
        .map((operation) => ({
          operation,
          name: nameOf(operation.name),
          constant: `_${constantOf([...path.slice(1), operation.name].join('.'))}`,
        })),
      groups: deeper.map((part) => read([...path, part], nameOf(part))),
    };
  };
  const root = read([], '');
  const moduleName = moduleScope();
  return { root, modules: root.groups.map((group) => ({ name: moduleName(group.name), group })) };
}

/** One module: how its operations are called, and the classes of its groups. */
export function printGroup(group: Group, types: Types, head: string): string {
  const isRoot = group.path === '';
  const groups = isRoot ? [group] : all(group);
  const constants = groups.flatMap(({ methods }) =>
    methods.map(({ operation, constant }) => `${constant} = ${printOperation(operation, types)}`),
  );
  const classes = groups.flatMap((each) =>
    (['sync', 'async'] as const).map((manner) => printClass(each, manner, types, isRoot)),
  );
  const body = [...constants, ...classes.map((text) => `\n${text}`)].join('\n\n');
  const imported = imports(body, {
    functools: ['cached_property'],
    ...annotationNames,
    '..': ['models'],
    '...runtime.aio': ['AsyncCaller', 'AsyncDownload', 'AsyncPage', 'AsyncStream'],
    '...runtime.caller': ['Caller'],
    ...codecSources('...'),
    '...runtime.download': ['Download'],
    '...runtime.operation': ['Operation', 'Pages'],
    '...runtime.page': ['Page'],
    '...runtime.stream': ['Stream'],
    '...runtime.unset': ['UNSET', 'Unset'],
    '...runtime.uploads': ['File'],
  });
  return `${[head, imported, body].join('\n\n')}\n`;
}

function all(group: Group): Group[] {
  return [group, ...group.groups.flatMap(all)];
}

/** The client's own operations are a part of its class, which has the caller already. */
function printClass(
  { path, classes, methods, groups }: Group,
  manner: Manner,
  types: Types,
  isRoot: boolean,
) {
  const caller = manner === 'async' ? 'AsyncCaller' : 'Caller';
  const begin = isRoot
    ? `_caller: ${caller}`
    : `def __init__(self, caller: ${caller}) -> None:\n    self._caller = caller`;
  const members = [
    begin,
    ...methods.map((method) => printMethod(method, manner, types)),
    ...(isRoot ? [] : groups.map((group) => printAccessor(group, manner))),
  ];
  const doc = docstring([isRoot ? 'What the client itself offers.' : `The operations \`${path}.*\`.`]);
  return `class ${classes[manner]}:\n${indent([...doc, '', members.join('\n\n')].join('\n'))}`;
}

/** The attribute that leads to a group. */
export function printAccessor(
  { name, classes }: Group,
  manner: Manner,
  before: readonly string[] = [],
): string {
  const type = classes[manner];
  const lines = [...before, `return ${type}(self._caller)`];
  return `@cached_property\ndef ${name}(self) -> ${type}:\n${indent(lines.join('\n'))}`;
}
