import {
  ListEvents,
  ListUsers,
  ManagedAuditEntry,
  ManagedUser,
  ManagedUserRef,
  SetRole,
} from '@portico/shared/admin';
import { page } from '@portico/shared/paging';
import { admin as administrator, fails, recentAdmin, router } from '../../engine/procedure/procedure.ts';
import { listUsers, readManagedUser } from '../accounts/administration.service.ts';
import { listEvents } from '../audit/audit.service.ts';
import { disable, enable, setRole } from './admin.service.ts';

export const admin = router({
  users: administrator
    .meta({ rest: 'GET /admin/users', summary: 'Search users, newest first' })
    .input(ListUsers)
    .output(page(ManagedUser))
    .query(({ ctx, input }) => listUsers(ctx.db, input)),
  user: administrator
    .concat(fails('not_found'))
    .meta({ rest: 'GET /admin/users/{id}', summary: 'Read a user as an administrator' })
    .input(ManagedUserRef)
    .output(ManagedUser)
    .query(({ ctx, input }) => readManagedUser(ctx.db, input.id)),
  setRole: recentAdmin
    .concat(fails('not_found', 'last_admin'))
    .meta({ rest: 'PUT /admin/users/{id}/role', summary: 'Give a user another role' })
    .input(SetRole)
    .output(ManagedUser)
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  disable: recentAdmin
    .concat(fails('not_found', 'last_admin', 'conflict'))
    .meta({
      rest: 'POST /admin/users/{id}/disable',
      summary: 'Shut an account',
      description: 'Every session and every token of it ends at once; nothing of it is deleted.',
    })
    .input(ManagedUserRef)
    .output(ManagedUser)
    .mutation(({ ctx, input }) => disable(ctx, input.id)),
  enable: recentAdmin
    .concat(fails('not_found'))
    .meta({
      rest: 'POST /admin/users/{id}/enable',
      summary: 'Open a shut account again',
      description: 'Also keeps an account whose owner had asked for its deletion.',
    })
    .input(ManagedUserRef)
    .output(ManagedUser)
    .mutation(({ ctx, input }) => enable(ctx, input.id)),
  events: administrator
    .meta({ rest: 'GET /admin/events', summary: 'Read the audit log, newest first' })
    .input(ListEvents)
    .output(page(ManagedAuditEntry))
    .query(({ ctx, input }) => listEvents(ctx.db, input)),
});
