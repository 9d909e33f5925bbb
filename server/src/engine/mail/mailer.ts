/** Sends mail by jobs, whose payload only this server can read: a link in it must not be usable from a copy of the database. */
import { z } from 'zod';
import type { Seal } from '../auth/seal.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { Hopeless, jobKind } from '../jobs/jobs.ts';
import { Mail, type Mailer, type Transport } from './mail.ts';

/** About a day of attempts: a mail server may be away for long. */
const sendMail = jobKind({
  name: 'mail.send',
  payload: z.object({ sealed: z.string() }),
  retries: 30,
  retrySeconds: 5,
  longestRetrySeconds: 60 * 60,
});

export interface MailerOptions {
  readonly jobs: JobQueue;
  /** For the purpose `mail`. */
  readonly seal: Seal;
  /** Absent: mail is off, and nothing is sent. */
  readonly transport: Transport | undefined;
}

export function createMailer({ jobs, seal, transport }: MailerOptions): Mailer {
  if (!transport) return { send: async () => {} };
  jobs.handle(sendMail, async ({ sealed }, { id, signal }) => {
    const opened = seal.open(Buffer.from(sealed, 'base64'));
    if (opened === null) throw new Hopeless('The mail was sealed under another TOKEN_SECRET');
    const mail = Mail.parse(JSON.parse(opened));
    if (mail.until && mail.until < new Date()) throw new Hopeless('The mail came too late to be of use');
    await transport.deliver({ ...mail, id }, signal);
  });
  return {
    async send(db, mail) {
      const sealed = seal.close(JSON.stringify(mail)).toString('base64');
      await jobs.enqueue(db, sendMail, { sealed });
    },
  };
}
