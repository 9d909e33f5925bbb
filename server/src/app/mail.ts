/** How the server sends mail, and what is mailed after calls. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Seal } from '../engine/auth/seal.ts';
import { isOwnMachine, outboxRoutes } from '../engine/http/outbox-page.ts';
import type { JobContext } from '../engine/jobs/job-context.ts';
import type { JobQueue } from '../engine/jobs/job-queue.ts';
import type { Mailer } from '../engine/mail/mail.ts';
import { createMailer } from '../engine/mail/mailer.ts';
import { folderOutbox } from '../engine/mail/outbox.ts';
import { smtpTransport } from '../engine/mail/smtp.ts';
import { mailAboutAddresses } from '../features/accounts/address-mails.ts';
import { mailNotices } from '../features/audit/notices.ts';
import { mailLinks } from '../features/recovery/link-mails.ts';

/** What features do after calls. */
export function handleJobs(ctx: JobContext): void {
  mailAboutAddresses(ctx);
  mailLinks(ctx);
  mailNotices(ctx);
}

/** Sends through the operator's server; without one mail is kept for a developer to read, or is off in production. */
export function mailOf(config: Config, jobs: JobQueue, seal: Seal, server: FastifyInstance): Mailer {
  if (config.smtpUrl !== undefined) {
    return createMailer({ jobs, seal, transport: smtpTransport(config.smtpUrl, config.mailFrom) });
  }
  if (config.environment === 'production') {
    server.log.warn('SMTP_URL is not set, so mail is off: nobody can verify an address or reset a password');
    return createMailer({ jobs, seal, transport: undefined });
  }
  const outbox = folderOutbox(join(config.dataDir, 'outbox'));
  if (config.environment === 'development' && isOwnMachine(config.publicOrigin)) outboxRoutes(server, outbox);
  return createMailer({ jobs, seal, transport: outbox });
}
