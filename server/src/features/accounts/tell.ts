import type { AuditRecord } from '../../engine/audit/audit.ts';
import type { Context } from '../../engine/procedure/context.ts';

/** Tells what happened to an account, where that is all that happens to the database. */
export async function tell(
  ctx: Pick<Context, 'audit' | 'db' | 'request'>,
  record: AuditRecord,
): Promise<void> {
  await ctx.audit.record(ctx.db, ctx.request, record);
}
