import { z } from 'zod';
import { Role } from './accounts.ts';
import { AuditEntry, AuditEventName } from './audit.ts';
import { PageInput } from './paging.ts';
import { line } from './text.ts';

/** How an account stands. */
export const Standing = z
  .enum(['active', 'disabled', 'leaving'])
  .meta({ id: 'Standing', description: 'How an account stands; `leaving` is about to be deleted' });
export type Standing = z.infer<typeof Standing>;

/** A user as administrators see them. */
export const ManagedUser = z
  .object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    standing: Standing,
    createdAt: z.date(),
    emailVerifiedAt: z.date().nullable(),
    disabledAt: z.date().nullable(),
    deleteAfter: z.date().nullable().describe('When the account is deleted for good, as its owner asked'),
  })
  .meta({ id: 'ManagedUser', description: 'A user as administrators see them' });
export type ManagedUser = z.infer<typeof ManagedUser>;

export const ListUsers = PageInput.extend({
  q: line().max(100).optional().describe('Part of a username, a name or an e-mail address'),
  role: Role.optional(),
  standing: Standing.optional(),
});
export type ListUsers = z.infer<typeof ListUsers>;

/** Names a user whom an administrator manages. */
export const ManagedUserRef = z.object({ id: z.uuid() });

export const SetRole = ManagedUserRef.extend({ role: Role });
export type SetRole = z.infer<typeof SetRole>;

/** Somebody whom an entry of the log names. */
const Named = z.object({ id: z.uuid(), username: z.string() });

/** An entry of the audit log as administrators see it. */
export const ManagedAuditEntry = AuditEntry.extend({
  user: Named.nullable().describe('Whose account it is; null when nobody knows, or it is gone'),
  actor: Named.nullable().describe('Who did it, where it was somebody else'),
}).meta({ id: 'ManagedAuditEntry', description: 'An entry of the audit log with whom it names' });
export type ManagedAuditEntry = z.infer<typeof ManagedAuditEntry>;

export const ListEvents = PageInput.extend({
  userId: z.uuid().optional().describe('What happened to this account, and what this administrator did'),
  event: AuditEventName.optional(),
});
export type ListEvents = z.infer<typeof ListEvents>;
