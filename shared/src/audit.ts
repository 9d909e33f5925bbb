import { z } from 'zod';
import { PageInput } from './paging.ts';

/** What may happen to an account, as the audit log calls it; the past tense, because it did. */
export const auditEvents = [
  'registered',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'reauthenticated',
  'session_revoked',
  'sessions_revoked',
  'password_changed',
  'password_removed',
  'password_reset_requested',
  'password_reset',
  'magic_link_requested',
  'email_verified',
  'email_change_requested',
  'email_changed',
  'username_changed',
  'factor_added',
  'factor_removed',
  'factor_failed',
  'recovery_code_used',
  'recovery_codes_renewed',
  'token_created',
  'token_revoked',
  'token_reused',
  'connection_added',
  'connection_removed',
  'role_changed',
  'account_disabled',
  'account_enabled',
  'data_exported',
  'deletion_requested',
  'deletion_cancelled',
  'account_deleted',
] as const;

export const AuditEventName = z.enum(auditEvents).meta({ id: 'AuditEventName' });
export type AuditEventName = z.infer<typeof AuditEventName>;

/** One entry of the audit log. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: z.date(),
    event: AuditEventName,
    address: z.string().describe('Where it came from'),
    userAgent: z.string(),
    details: z.record(z.string(), z.string()).describe('What else is known, such as the way of signing in'),
  })
  .meta({ id: 'AuditEntry', description: 'Something that happened to an account' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const ListMyEvents = PageInput;
