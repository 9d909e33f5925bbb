import type { AuditEntry, ManagedUser } from '@portico/client';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';

export interface UserFilters {
  readonly q?: string | undefined;
  readonly role?: ManagedUser['role'] | undefined;
  readonly standing?: ManagedUser['standing'] | undefined;
}

export interface EventFilters {
  readonly event?: AuditEntry['event'] | undefined;
  /** Id of whom it happened to, or who did it. */
  readonly user?: string | undefined;
}

export function usersQuery({ q, role, standing }: UserFilters) {
  return api.admin.users.infiniteQueryOptions({
    ...(q && { q }),
    ...(role && { role }),
    ...(standing && { standing }),
  });
}

export function managedUserQuery(id: string) {
  return api.admin.user.queryOptions({ id });
}

export function eventsQuery({ event, user }: EventFilters) {
  return api.admin.events.infiniteQueryOptions({ ...(event && { event }), ...(user && { userId: user }) });
}

/** Marks everything that administrators see as outdated, after one of them changed something. */
export function refreshAdministration(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: api.admin.pathKey() });
}
