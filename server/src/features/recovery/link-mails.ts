import { z } from 'zod';
import { transaction } from '../../db/transaction.ts';
import type { JobContext } from '../../engine/jobs/job-context.ts';
import { jobKind } from '../../engine/jobs/jobs.ts';
import { writeLetter } from '../../engine/mail/letter.ts';
import { findReachable } from '../accounts/addresses.service.ts';
import { issueLink } from '../accounts/mailed-links.service.ts';
import { magicLetter, resetLetter } from './letters.ts';

const letters = { reset_password: resetLetter, magic_link: magicLetter } as const;
const events = { reset_password: 'password_reset_requested', magic_link: 'magic_link_requested' } as const;

/** Mails a link to whoever has an address, if anybody has. */
export const mailLink = jobKind({
  name: 'recovery.mail-link',
  payload: z.object({
    purpose: z.enum(['reset_password', 'magic_link']),
    email: z.string(),
    /** Where it was asked for. */
    address: z.string(),
    userAgent: z.string(),
  }),
});

/** Looking somebody up happens here rather than in the call, so that a call takes as long for nobody as for somebody. */
export function mailLinks(ctx: JobContext): void {
  ctx.jobs.handle(mailLink, ({ purpose, email, ...request }) =>
    transaction(ctx.db, async (tx) => {
      const user = await findReachable(tx, email);
      if (!user) return;
      const { url, until } = await issueLink(tx, ctx, { purpose, userId: user.id, email: user.email });
      await ctx.audit.record(tx, request, { event: events[purpose], userId: user.id });
      const letter = letters[purpose](user.username, url);
      await ctx.mail.send(tx, { to: user.email, until, ...writeLetter(letter, ctx) });
    }),
  );
}
