import type { ManagedUser } from '@portico/client';

/** Roles and standings with their words, for filters and badges alike. */
export const roleChoices = [
  ['admin', 'Administrators'],
  ['user', 'Users'],
] as const satisfies readonly (readonly [ManagedUser['role'], string])[];

export const standingChoices = [
  ['active', 'Open'],
  ['disabled', 'Shut'],
  ['leaving', 'Being deleted'],
] as const satisfies readonly (readonly [ManagedUser['standing'], string])[];
