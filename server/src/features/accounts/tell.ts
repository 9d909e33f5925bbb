import type { AuditRecord } from '../../engine/audit/audit.ts';
import type { Context } from '../../engine/procedure/context.ts';

/** Tells the audit log and the server's what happened to an account. */
export async function tell(
  ctx: Pick<Context, 'audit' | 'db' | 'request' | 'log'>,
  record: AuditRecord,
): Promise<void> {
  await ctx.audit.record(ctx.db, ctx.request, record);
  ctx.log.info(record, 'an account was used');
}
