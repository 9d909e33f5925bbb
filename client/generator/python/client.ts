/** The whole API → `client.py`. */
import type { NominalApi } from '../nominal/nominal-api.ts';
import { type Group, type Module, printAccessor } from './groups.ts';
import type { Manner } from './methods.ts';
import { printOperation } from './operations.ts';
import { docstring, imports, indent, quote } from './text.ts';
import { codecSources, type Types } from './types.ts';

/** Both clients. A group's module is loaded when it is first used. */
export function printClient(
  api: NominalApi,
  root: Group,
  modules: readonly Module[],
  types: Types,
  head: string,
): string {
  const classes = (['sync', 'async'] as const).map((manner) => printClass(api, root, modules, manner));
  const tokens = printTokens(api, types);
  const body = [tokens, ...classes].join('\n\n\n');
  const later = modules.map(({ name, group }) => {
    const names = [group.classes.sync, group.classes.async].toSorted();
    return `    from .groups.${name} import ${names.join(', ')}`;
  });
  const imported = imports(`${body}${later.length > 0 ? ' TYPE_CHECKING' : ''}`, {
    functools: ['cached_property'],
    typing: ['TYPE_CHECKING'],
    '..runtime.client': ['AsyncBaseClient', 'BaseClient'],
    ...codecSources('..'),
    '..runtime.operation': ['Operation', 'TokenOperations'],
    '.': ['models'],
    '.errors': ['BY_CODE'],
    ...(root.methods.length > 0 && { '.groups.root': Object.values(root.classes) }),
  });
  const typed = later.length > 0 ? `if TYPE_CHECKING:\n${later.join('\n')}` : '';
  return `${[head, imported, typed, body].filter((text) => text !== '').join('\n\n')}\n`;
}

function printClass(
  { title, version, basePath }: NominalApi,
  root: Group,
  modules: readonly Module[],
  manner: Manner,
): string {
  const isAsync = manner === 'async';
  const bases = [
    isAsync ? 'AsyncBaseClient' : 'BaseClient',
    ...(root.methods.length > 0 ? [root.classes[manner]] : []),
  ];
  const members = [
    [...printPlace(basePath), 'error_types = BY_CODE', 'token_operations = _TOKENS'].join('\n'),
    ...modules.map(({ name, group }) =>
      printAccessor(group, manner, [`from .groups.${name} import ${group.classes[manner]}`, '']),
    ),
  ];
  const doc = docstring([`${title} ${version}${isAsync ? ', for asyncio' : ''}.`]);
  const name = isAsync ? 'AsyncClient' : 'Client';
  return `class ${name}(${bases.join(', ')}):\n${indent([...doc, '', members.join('\n\n')].join('\n'))}`;
}

/** A description may name its server. */
function printPlace(basePath: string): string[] {
  const url = URL.parse(basePath);
  if (!url) return [`base_path = ${quote(basePath)}`];
  return [`default_server = ${quote(url.origin)}`, `base_path = ${quote(url.pathname.replace(/\/$/, ''))}`];
}

function printTokens({ tokens, operations }: NominalApi, types: Types): string {
  if (!tokens) return '_TOKENS = TokenOperations()';
  const described = (name: 'refresh' | 'revoke') => {
    const operation = operations.find(({ id }) => id === tokens[name]);
    return operation ? [`${name}=${printOperation(operation, types)},`] : [];
  };
  const lines = [`create=${quote(tokens.create)},`, ...described('refresh'), ...described('revoke')];
  return `_TOKENS = TokenOperations(\n${indent(lines.join('\n'))}\n)`;
}
