import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import type { JobContext } from '../../engine/jobs/job-context.ts';
import { Hopeless, jobKind } from '../../engine/jobs/jobs.ts';
import { writeLetter } from '../../engine/mail/letter.ts';
import { users } from './accounts.table.ts';
import {
  addressRequestedLetter,
  addressTakenLetter,
  newAddressLetter,
  verificationLetter,
} from './letters.ts';
import { issueLink } from './mailed-links.service.ts';
import { openRegistration, sealRegistration } from './pending-registration.ts';

/** Asks the user to show that their address is theirs. */
export const verifyAddress = jobKind({
  name: 'accounts.verify-address',
  payload: z.object({ userId: z.uuid() }),
});

/** Asks whoever registered to show that the address is theirs, which makes the account. */
export const verifyNewcomer = jobKind({
  name: 'accounts.verify-newcomer',
  payload: z.object({ sealed: z.string() }),
});

/** Asks at a new address whether it is the user's, and tells the old one. */
export const askNewAddress = jobKind({
  name: 'accounts.new-address',
  payload: z.object({ userId: z.uuid(), email: z.string() }),
});

/**
 * Does what is mailed about addresses. Looking somebody up, making links and writing happens here rather than in the call, so
 * that a call tells nothing by its time. A job that runs twice mails twice, and each link works.
 */
export function mailAboutAddresses(ctx: JobContext): void {
  const { jobs, db, mail, origin, vault } = ctx;
  const toOwner = async (tx: Db, email: string) => {
    const owner = await findByEmail(tx, email);
    if (!owner) return;
    await mail.send(tx, { to: owner.email, ...writeLetter(addressTakenLetter(owner.username, origin), ctx) });
  };
  jobs.handle(verifyAddress, ({ userId }) =>
    transaction(db, async (tx) => {
      const user = await findById(tx, userId);
      if (!user || user.emailVerifiedAt) return;
      const { email } = user;
      const { url, until } = await issueLink(tx, ctx, { purpose: 'verify_email', userId, email });
      await mail.send(tx, { to: email, until, ...writeLetter(verificationLetter(user.username, url), ctx) });
    }),
  );
  jobs.handle(verifyNewcomer, async ({ sealed }) => {
    const pending = openRegistration(vault, 'job', sealed);
    if (!pending) throw new Hopeless('The registration was sealed under another TOKEN_SECRET');
    const { username, email, until } = pending;
    if (await findByEmail(db, email)) return toOwner(db, email);
    const url = `${origin}/verify-email#token=${sealRegistration(vault, 'link', pending)}`;
    await mail.send(db, { to: email, until, ...writeLetter(verificationLetter(username, url), ctx) });
  });
  jobs.handle(askNewAddress, ({ userId, email }) =>
    transaction(db, async (tx) => {
      const user = await findById(tx, userId);
      if (!user || user.email === email) return;
      const told = writeLetter(addressRequestedLetter(user.username, email), ctx);
      await mail.send(tx, { to: user.email, ...told });
      const owner = await findByEmail(tx, email);
      if (owner && owner.id !== userId) return toOwner(tx, email);
      const { url, until } = await issueLink(tx, ctx, { purpose: 'change_email', userId, email });
      await mail.send(tx, { to: email, until, ...writeLetter(newAddressLetter(user.username, url), ctx) });
    }),
  );
}

const addressed = {
  id: users.id,
  username: users.username,
  email: users.email,
  emailVerifiedAt: users.emailVerifiedAt,
};

async function findById(db: Db, id: string) {
  const [found] = await db.select(addressed).from(users).where(eq(users.id, id));
  return found;
}

async function findByEmail(db: Db, email: string) {
  const [found] = await db
    .select(addressed)
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return found;
}
