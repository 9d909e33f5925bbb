import type { ListEvents, ManagedAuditEntry } from '@portico/shared/admin';
import type { AuditEntry, AuditEventName } from '@portico/shared/audit';
import type { Page, PageInput } from '@portico/shared/paging';
import { and, asc, desc, eq, gt, inArray, or } from 'drizzle-orm';
import type { BaseLogger } from 'pino';
import type { Db } from '../../db/connect.ts';
import { where } from '../../db/variants.ts';
import type { AuditLog } from '../../engine/audit/audit.ts';
import type { Jobs } from '../../engine/jobs/jobs.ts';
import { decodeCursor, isBehind, toPage } from '../../engine/paging/keyset.ts';
import { isAhead, oldestFirst } from '../../engine/paging/oldest-first.ts';
import { namesOf, usersAs } from '../accounts/names.service.ts';
import { auditEvents } from './audit.table.ts';
import { isNotable, mailNotice } from './notices.ts';

/**
 * Keeps the audit log in the database, writes the same to the server's log, and tells owners by mail of what they should
 * know at once.
 */
export function createAuditLog(jobs: Jobs, log: BaseLogger): AuditLog {
  return {
    async record(db, { id: reqId, address, userAgent }, { event, userId, actorId, details }) {
      const [written] = await db
        .insert(auditEvents)
        .values({ event, userId, actorId, address, userAgent, details })
        .returning({ id: auditEvents.id });
      const level = event === 'token_reused' ? 'warn' : 'info';
      log[level]({ reqId, event, userId, actorId, address, details }, 'an account was used');
      if (written && userId && isNotable(event)) await jobs.enqueue(db, mailNotice, { eventId: written.id });
    },
    hasSignedInFrom,
  };
}

/** How long an address counts as one that its user signs in from, in milliseconds. */
const familiarity = 90 * 24 * 60 * 60 * 1000;

async function hasSignedInFrom(db: Db, userId: string, address: string): Promise<boolean> {
  const found = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.userId, userId),
        gt(auditEvents.at, new Date(Date.now() - familiarity)),
        eq(auditEvents.address, address),
        inArray(auditEvents.event, ['signed_in', 'token_created']),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** What administrators do to an account. */
const administration = new Set<AuditEventName>(['role_changed', 'account_disabled', 'account_enabled']);

/** An entry as the owner of the account sees it: from where administrators work is nobody's business. */
function toOwnEntry(entry: AuditEntry): AuditEntry {
  return administration.has(entry.event) || entry.details.by === 'administrator'
    ? { ...entry, address: '', userAgent: 'Administrator' }
    : entry;
}

/** What happened to one account, newest first. */
export async function listEventsOf(
  db: Db,
  userId: string,
  { limit, cursor }: PageInput,
): Promise<Page<AuditEntry>> {
  const rows = await db
    .select(entryColumns)
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.userId, userId),
        isBehind(auditEvents.at, auditEvents.id, decodeCursor(cursor) ?? {}),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit + 1);
  return toPage(rows, limit, toOwnEntry, ({ at, id }) => ({ at, id }));
}

const owners = usersAs('owners');
const actors = usersAs('actors');

/** What happened to all accounts, newest first. */
export async function listEvents(
  db: Db,
  { limit, cursor, userId, event: name }: ListEvents,
): Promise<Page<ManagedAuditEntry>> {
  const rows = await db
    .select({ ...entryColumns, user: namesOf(owners), actor: namesOf(actors) })
    .from(auditEvents)
    .leftJoin(owners, eq(owners.id, auditEvents.userId))
    .leftJoin(actors, eq(actors.id, auditEvents.actorId))
    .where(
      and(
        where(userId, (id) => or(eq(auditEvents.userId, id), eq(auditEvents.actorId, id))),
        where(name, (event) => eq(auditEvents.event, event)),
        isBehind(auditEvents.at, auditEvents.id, decodeCursor(cursor) ?? {}),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit + 1);
  return toPage(
    rows,
    limit,
    (row) => row,
    ({ at, id }) => ({ at, id }),
  );
}

/** Everything that happened to one account, oldest first. */
export function allEventsOf(db: Db, userId: string): AsyncGenerator<AuditEntry> {
  return oldestFirst(
    async (after, limit) => {
      const rows = await db
        .select(entryColumns)
        .from(auditEvents)
        .where(and(eq(auditEvents.userId, userId), isAhead(auditEvents.at, auditEvents.id, after)))
        .orderBy(asc(auditEvents.at), asc(auditEvents.id))
        .limit(limit);
      return rows.map(toOwnEntry);
    },
    (entry) => entry,
  );
}

const { id, at, event, address, userAgent, details } = auditEvents;
const entryColumns = { id, at, event, address, userAgent, details };
