/** Two states of an API → what breaks clients that were made of the earlier one. */
import { modelsByName } from '../discriminate.ts';
import type { Api, Procedure } from '../ir.ts';
import { createTypeComparison } from './compare-types.ts';

/** A sentence for every change that breaks a client, sorted; empty where all goes on working. */
export function breakingChanges(before: Api, after: Api): string[] {
  const compareTypes = createTypeComparison(modelsByName(before.models), modelsByName(after.models));
  const now = new Map(after.procedures.map((procedure) => [procedure.id, procedure]));
  const changes = before.procedures.flatMap((old) => {
    const current = now.get(old.id);
    if (!current) return [`${old.id}: it is gone`];
    return [
      ...operationChanges(old, current).map((change) => `${old.id}: ${change}`),
      ...compareTypes(old.input, current.input, { owner: old.id, side: 'input' }),
      ...compareTypes(old.output, current.output, { owner: old.id, side: 'output' }),
    ];
  });
  return [...new Set([...changes, ...apiChanges(before, after)])].toSorted();
}

function apiChanges(before: Api, after: Api): string[] {
  const statuses = new Map(after.errors.map(({ code, status }) => [code, status]));
  const moved = before.errors.filter(({ code, status }) => (statuses.get(code) ?? status) !== status);
  const ids = (['create', 'refresh', 'revoke'] as const).filter(
    (part) => before.tokens && before.tokens[part] !== after.tokens?.[part],
  );
  return [
    ...moved.map(({ code, status }) => `${code}: its status is ${statuses.get(code)} now, it was ${status}`),
    ...ids.map((part) => `tokens: ${before.tokens?.[part]} is not what ${verbs[part]} a token any more`),
    ...(before.basePath === after.basePath
      ? []
      : [`routes: they begin with ${after.basePath} now, it was ${before.basePath}`]),
  ];
}

const verbs = { create: 'makes', refresh: 'renews', revoke: 'ends' } as const;

function operationChanges(old: Procedure, now: Procedure): string[] {
  const changed = [
    old.kind !== now.kind && `it is a ${now.kind} now, it was a ${old.kind}`,
    !isAsOpen(old.access, now.access) && `it needs role ${now.access} now, it was for ${whom(old.access)}`,
    old.inputOptional && !now.inputOptional && 'its input may not be left out any more',
    !old.outputOptional && now.outputOptional && 'its output may be absent now',
    old.idempotent && !now.idempotent && 'it takes no Idempotency-Key any more',
    old.stream !== now.stream && `it answers ${streams[now.stream]} now, it was ${streams[old.stream]}`,
    old.form !== now.form && `its input travels ${now.form ? 'as a form' : 'as JSON'} now`,
    old.paged && !now.paged && 'it answers no pages any more',
    ...routeChanges(old, now),
  ];
  return changed.filter((change) => typeof change === 'string');
}

function routeChanges({ route: old }: Procedure, { route: now }: Procedure): (string | false)[] {
  if (!old) return [];
  if (!now) return [`it has no route any more, it was ${old.method} ${old.path}`];
  const shape = ({ method, path }: typeof old) => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
  return [
    shape(old) !== shape(now) &&
      `its route is ${now.method} ${now.path} now, it was ${old.method} ${old.path}`,
    old.status !== now.status && `it answers ${now.status} now, it was ${old.status}`,
    old.answer !== now.answer && `it answers ${answers[now.answer]} now, it was ${answers[old.answer]}`,
  ];
}

const streams = { none: 'at once', plain: 'item by item', resumable: 'item by item with ids' } as const;

const answers = {
  json: 'JSON',
  none: 'nothing',
  file: 'a file',
  text: 'text',
  html: 'a page',
  redirect: 'a redirect',
  stream: 'a stream',
} as const;

/** Roles, from the one that everybody has. */
const roles = ['anyone', 'user', 'admin'];

function isAsOpen(old: string, now: string): boolean {
  if (old === now || now === 'anyone') return true;
  const [before, after] = [roles.indexOf(old), roles.indexOf(now)];
  return before >= 0 && after >= 0 && after <= before;
}

function whom(access: string): string {
  return access === 'anyone' ? 'anyone' : `role ${access}`;
}
