/** A real SMTP server on the loopback that keeps what it is given, and can be slow, refuse, or be away. */
import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { vi } from 'vitest';

/** A mail as it arrived. */
export interface Received extends Email {
  /** The address it was handed to, whatever its head says. */
  readonly receiver: string;
  /** The bytes. */
  readonly raw: string;
}

/** Whose mail it is. */
export interface Mailbox extends AsyncDisposable {
  /** For SMTP_URL. */
  readonly url: string;
  readonly received: readonly Received[];
  /** Sessions that were opened so far. */
  connections(): number;
  /** Resolves with the newest mail to an address whose subject matches; waits for it, so many milliseconds at most. */
  next(to: string, subject: RegExp, timeout?: number): Promise<Received>;
  /** Lets every mail wait so long before it is taken, in milliseconds. */
  slow(ms: number): void;
  /** Answers every receiver with this code, or takes them again. */
  refuse(code: number | undefined): void;
  close(): Promise<void>;
  /** Takes connections again, at the same port. */
  open(): Promise<void>;
}

/** The token of the link in a mail, which is in the fragment, so that it reaches no log. */
export function tokenIn({ text }: Pick<Email, 'text'>): string {
  const [, token] = /#token=([\w.-]+)/.exec(text ?? '') ?? [];
  if (token === undefined) throw new Error(`There is no link in: ${text}`);
  return token;
}

export async function createMailbox(): Promise<Mailbox> {
  const received: Received[] = [];
  let connections = 0;
  let delay = 0;
  let refusal: number | undefined;
  let port = 0;
  let server: SMTPServer;

  const keep = async (stream: SMTPServerDataStream, receiver: string): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const email = await PostalMime.parse(raw);
    received.push({ ...email, receiver, raw });
  };
  const open = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect(_session, done) {
        connections += 1;
        setTimeout(done, delay);
      },
      onRcptTo(_address, _session, done) {
        done(refusal === undefined ? null : Object.assign(new Error('No'), { responseCode: refusal }));
      },
      onData(stream, { envelope }, done) {
        const receiver = envelope.rcptTo.map(({ address }) => address).join();
        keep(stream, receiver).then(() => done(), done);
      },
    });
    server.on('error', () => {});
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    if (address && typeof address === 'object') port = address.port;
  };
  const close = (): Promise<void> => new Promise((resolve) => server.close(resolve));
  await open();

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    next: (to, subject, timeout = 15_000) =>
      vi.waitFor(
        () => {
          const isIt = (mail: Received) => mail.receiver === to && subject.test(mail.subject ?? '');
          const found = received.findLast(isIt);
          if (!found) throw new Error(`${to} has no mail like ${subject}`);
          received.splice(received.indexOf(found), 1);
          return found;
        },
        { timeout, interval: 20 },
      ),
    slow: (ms) => {
      delay = ms;
    },
    refuse: (code) => {
      refusal = code;
    },
    close,
    open,
    [Symbol.asyncDispose]: close,
  };
}
