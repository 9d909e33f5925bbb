/** Hands mail to an SMTP server. */
import { Hopeless } from '../jobs/jobs.ts';
import { Mail, type OutgoingMail, type Transport } from './mail.ts';

/** Who mail comes from. */
export interface From {
  /** Empty where only an address was given. */
  readonly name: string;
  readonly address: string;
}

/** Milliseconds to connect and to be greeted, and of silence. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * @param url `smtp://` or `smtps://` with name and password, and options of the driver as its query
 * @see https://nodemailer.com/smtp
 */
export function smtpTransport(url: string, from: From): Transport {
  return {
    async deliver(mail, signal) {
      if (!Mail.shape.to.safeParse(mail.to).success) throw new Hopeless('The receiver is not one address');
      // Loaded with the first mail: the start does not wait for it.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url,
        ...timeouts,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({ ...messageOf(mail, from), signal });
      } catch (error) {
        throw isRefused(error) ? new Hopeless('The mail server refuses this mail', { cause: error }) : error;
      } finally {
        transport.close();
      }
    },
  };
}

/** The parts of a message; nothing in them becomes a header of its own. */
function messageOf({ id, to, subject, text, html }: OutgoingMail, from: From) {
  return {
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${id}@${from.address.split('@').at(-1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** Every run of white space and control characters becomes a space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** A permanent answer about this mail or its receiver, not about us or the moment. @see https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return false;
  const permanent = typeof error.responseCode === 'number' && error.responseCode >= 550;
  return permanent && ['RCPT TO', 'DATA'].includes(String(error.command));
}
