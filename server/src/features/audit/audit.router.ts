import { AuditEntry, ListMyEvents } from '@portico/shared/audit';
import { page } from '@portico/shared/paging';
import { router, signedIn } from '../../engine/procedure/procedure.ts';
import { listEventsOf } from './audit.service.ts';

export const audit = router({
  mine: signedIn
    .meta({
      scopes: ['account:read'],
      rest: 'GET /me/events',
      summary: 'List what happened to my account, newest first',
      description: 'Sign-ins and failed attempts, and every change of how one gets in.',
    })
    .input(ListMyEvents)
    .output(page(AuditEntry))
    .query(({ ctx, input }) => listEventsOf(ctx.db, ctx.user.id, input)),
});
