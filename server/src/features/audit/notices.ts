import type { AuditEventName } from '@portico/shared/audit';
import { deviceName } from '@portico/shared/device-name';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../../db/connect.ts';
import type { JobContext } from '../../engine/jobs/job-context.ts';
import { jobKind } from '../../engine/jobs/jobs.ts';
import { type Letter, writeLetter } from '../../engine/mail/letter.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { auditEvents } from './audit.table.ts';

/** What owners are told by mail, and how: a subject, and a sentence that goes on after it. */
const notices = {
  signed_in: [
    'A sign-in from a new device',
    'Somebody signed in to your account from a device that we did not know.',
  ],
  token_created: [
    'A sign-in from a new device',
    'An app signed in to your account from a device that we did not know.',
  ],
  password_changed: ['Your password was changed', 'The password of your account was changed.'],
  password_removed: [
    'Your password was removed',
    'You signed in by a link before anybody had shown that this address is theirs. So that nobody else has a way in, every ' +
      'other device was signed out, and the password of your account was removed: you may choose a new one in your settings.',
  ],
  password_reset: [
    'Your password was changed',
    'A new password was chosen for your account by a link that we mailed. Every device was signed out.',
  ],
  factor_added: [
    'Your account now asks for a code',
    'An authenticator was added to your account: signing in takes its code from now on.',
  ],
  factor_removed: [
    'Your account no longer asks for a code',
    'The authenticator of your account was removed: signing in takes no code any more.',
  ],
  recovery_code_used: ['A recovery code was used', 'Somebody signed in with one of your recovery codes.'],
  recovery_codes_renewed: [
    'You have new recovery codes',
    'Your account got new recovery codes; the old ones do not work any more.',
  ],
  connection_added: [
    'A way to sign in was added',
    'An account with another service was connected to yours: it signs you in from now on.',
  ],
  connection_removed: [
    'A way to sign in was removed',
    'An account with another service was disconnected from yours: it does not sign you in any more.',
  ],
  token_reused: [
    'An app was signed out',
    'A key of one of your apps was used twice, as if somebody had copied it, so the app was signed out.',
  ],
} as const satisfies Partial<Record<AuditEventName, readonly [subject: string, sentence: string]>>;

type Notable = keyof typeof notices;

/** Of those the owner is told where the device is new. */
const signIns: AuditEventName[] = ['signed_in', 'token_created'];

const isSignIn = (event: AuditEventName): boolean => signIns.includes(event);

/** Whether the owner is told by mail. */
export function isNotable(event: AuditEventName): event is Notable {
  return Object.hasOwn(notices, event);
}

/** Tells the owner of an account of one entry of the log. */
export const mailNotice = jobKind({ name: 'audit.notice', payload: z.object({ eventId: z.uuid() }) });

/** A job that runs twice mails twice: that is better than not at all. */
export function mailNotices(ctx: JobContext): void {
  ctx.jobs.handle(mailNotice, async ({ eventId }) => {
    const [entry] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.id, eventId));
    if (!entry?.userId || !isNotable(entry.event)) return;
    if (isSignIn(entry.event) && !(await isFromNewDevice(ctx.db, { ...entry, userId: entry.userId }))) return;
    const { email, username } = await readUser(ctx.db, entry.userId);
    const letter = noticeLetter(entry.event, username, entry);
    await ctx.mail.send(ctx.db, { to: email, ...writeLetter(letter, ctx) });
  });
}

function noticeLetter(
  event: Notable,
  name: string,
  { at, address, userAgent }: { readonly at: Date; readonly address: string; readonly userAgent: string },
): Letter {
  const [subject, sentence] = notices[event];
  const when = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const where = `${deviceName(userAgent)}, ${address}`;
  return {
    subject,
    name,
    paragraphs: [
      sentence,
      `When: ${when}. From: ${where}.`,
      'If this was you, nothing needs to be done. If it was not, change your password, and end the sessions you do not know.',
    ],
  };
}

/** Whether the account has been used before, but never from a device of this name. */
async function isFromNewDevice(
  db: Db,
  { id, userId, userAgent }: { readonly id: string; readonly userId: string; readonly userAgent: string },
): Promise<boolean> {
  const before = await db
    .selectDistinct({ userAgent: auditEvents.userAgent })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.userId, userId),
        lt(auditEvents.id, id),
        inArray(auditEvents.event, [...signIns, 'registered']),
      ),
    );
  const names = before.map((event) => deviceName(event.userAgent));
  return names.length > 0 && !names.includes(deviceName(userAgent));
}
