/** API → the table of procedures that do not travel like the others. */
import type { Api } from '../ir.ts';
import { header } from './header.ts';
import { quote } from './text.ts';

/** Prints `generated/exceptions.ts`. */
export function printExceptions(api: Api): string {
  const form = api.procedures.filter((procedure) => procedure.form).map(({ id }) => id);
  const cookies = api.procedures.filter((procedure) => procedure.cookies).map(({ id }) => id);
  return `${header(api)}

/** Procedures whose input holds a file: it travels as multipart/form-data. */
export const formProcedures: ReadonlySet<string> = ${set(form)};

/** Procedures whose answer sets cookies: each travels in a request of its own. */
export const cookieProcedures: ReadonlySet<string> = ${set(cookies)};
`;
}

function set(ids: readonly string[]): string {
  return ids.length === 0 ? 'new Set()' : `new Set([${ids.map(quote).join(', ')}])`;
}
