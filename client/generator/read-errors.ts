/** The problem schemas of a document → the codes that its routes fail with. */
import type { Schema } from './document.ts';
import type { ErrorCode } from './ir.ts';

/** Every schema that narrows `Problem` to one code, sorted by code. */
export function readErrors(schemas: Readonly<Record<string, Schema>>): ErrorCode[] {
  return Object.values(schemas)
    .flatMap(errorCode)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function errorCode({ allOf = [], description = '' }: Schema): ErrorCode[] {
  if (!allOf.some(({ $ref }) => $ref === '#/components/schemas/Problem')) return [];
  const narrowed = allOf.map(({ properties }) => properties).find(Boolean);
  const [code, status] = [narrowed?.code?.const, narrowed?.status?.const];
  return typeof code === 'string' && typeof status === 'number' ? [{ code, status, title: description }] : [];
}
