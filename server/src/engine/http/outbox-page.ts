/** /dev/outbox: the mails that a server in development keeps instead of sending them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../errors/failure.ts';
import type { KeptMail, Outbox } from '../mail/outbox.ts';
import { escapeHtml, htmlPage } from './docs/html.ts';

/** A mail brings its own style and may do nothing else. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** Names of this machine: under another name it is a foreign page that has found its way here. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether this is the origin of a site that only this machine can reach. */
export function isOwnMachine(origin: string): boolean {
  return loopback.has(new URL(origin).hostname);
}

/** Serves the outbox; whoever sees it can use every link that was sent, so call it on a developer's own machine alone. */
export function outboxRoutes(server: FastifyInstance, outbox: Outbox): void {
  server.get('/dev/outbox', async (request, reply) => {
    assertLocal(request);
    return page(reply).send(outboxPage(await outbox.list()));
  });
  server.get<{ Params: { id: string } }>('/dev/outbox/:id', async (request, reply) => {
    assertLocal(request);
    const mail = await outbox.find(request.params.id);
    if (!mail) throw fail('not_found');
    return page(reply)
      .header('content-security-policy', mailPolicy)
      .header('x-frame-options', 'SAMEORIGIN')
      .send(mail.html);
  });
}

function assertLocal({ host }: FastifyRequest): void {
  if (!isOwnMachine(`http://${host}`)) throw fail('not_found');
}

const page = (reply: FastifyReply): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');

function outboxPage(mails: readonly KeptMail[]): string {
  return htmlPage(
    'Outbox',
    '    <link rel="stylesheet" href="/api/docs/errors.css">',
    `    <main>
      <header>
        <h1>Outbox</h1>
        <p>In development mail is kept here instead of being sent, the newest first. With <code>SMTP_URL</code> it leaves.</p>
      </header>
${mails.length === 0 ? '      <p>There is none yet.</p>' : mails.map(section).join('\n')}
    </main>`,
  );
}

function section({ id, to, subject, text, at }: KeptMail): string {
  return `      <section id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-title">
        <h2 id="${escapeHtml(id)}-title">${escapeHtml(subject)}</h2>
        <p class="facts"><span>to ${escapeHtml(to)}</span> <time datetime="${at.toISOString()}">${at.toISOString()}</time></p>
${linksOf(text).map(link).join('\n')}
        <iframe title="${escapeHtml(subject)}" src="/dev/outbox/${encodeURIComponent(id)}" sandbox width="100%" height="480" loading="lazy"></iframe>
      </section>`;
}

const linksOf = (text: string): readonly string[] => text.match(/^https?:\/\/\S+$/gm) ?? [];

const link = (url: string): string => `        <p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
