/** The one layout of every mail: a few paragraphs and at most one thing to do, as text and as HTML. */
import { escapeHtml } from '../http/docs/html.ts';

/** What a mail says. */
export interface Letter {
  readonly subject: string;
  /** How it addresses the reader: their name. */
  readonly name: string;
  readonly paragraphs: readonly string[];
  /** What the reader may do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** What follows the action, in small print: until when it works, what to do if one did not ask for it. */
  readonly closing?: readonly string[];
}

/** Where the letter comes from, as its foot says. */
export interface Sender {
  /** The public origin of the site. */
  readonly origin: string;
}

/** The mail's subject and both its forms. No image, nothing loaded from elsewhere. */
export function writeLetter(letter: Letter, sender: Sender): { subject: string; text: string; html: string } {
  return { subject: letter.subject, text: asText(letter, sender), html: asHtml(letter, sender) };
}

function asText({ name, paragraphs, action, closing = [] }: Letter, { origin }: Sender): string {
  const call = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[`Hello ${name},`, ...paragraphs, ...call, ...closing, `-- \nPortico · ${origin}`].join('\n\n')}\n`;
}

/** Dark where the reader's program is dark, for those programs that ask the style sheet; the others change colours themselves. */
const style = `
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      @media (prefers-color-scheme: dark) {
        .canvas { background: #121514 !important; }
        .card { background: #1a1e1d !important; border-color: #2e3533 !important; }
        .ink { color: #e9edea !important; }
        .muted { color: #a4afa9 !important; }
        .action { background: #62cbb8 !important; color: #0b1f1b !important; }
      }`;

const font = "font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

function asHtml({ subject, name, paragraphs, action, closing = [] }: Letter, { origin }: Sender): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${escapeHtml(subject)}</title>
    <style>${style}
    </style>
  </head>
  <body class="canvas" style="margin: 0; padding: 0; background: #fbfbf9">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="canvas" style="background: #fbfbf9">
      <tr>
        <td align="center" style="padding: 32px 16px">
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="max-width: 560px; background: #ffffff; border: 1px solid #e0e3de; border-radius: 12px">
            <tr>
              <td style="padding: 32px; ${font}; font-size: 16px; line-height: 1.6">
${[`Hello ${name},`, ...paragraphs].map(paragraph).join('\n')}
${action ? button(action) : ''}
${closing.map(smallPrint).join('\n')}
              </td>
            </tr>
          </table>
          <p class="muted" style="margin: 16px 0 0; color: #55605a; ${font}; font-size: 13px">Portico · <a class="muted" style="color: #55605a" href="${escapeHtml(origin)}">${escapeHtml(origin)}</a></p>
        </td>
      </tr>
    </table>
  </body>
</html>
`;
}

function paragraph(text: string): string {
  return `                <p class="ink" style="margin: 0 0 16px; color: #1a201d">${escapeHtml(text)}</p>`;
}

function smallPrint(text: string): string {
  return `                <p class="muted" style="margin: 16px 0 0; color: #55605a; font-size: 14px">${escapeHtml(text)}</p>`;
}

function button({ label, url }: { readonly label: string; readonly url: string }): string {
  const href = escapeHtml(url);
  return `                <p style="margin: 24px 0"><a class="action" href="${href}" style="display: inline-block; padding: 12px 20px; border-radius: 8px; background: #0d655a; color: #ffffff; font-weight: 600; text-decoration: none">${escapeHtml(label)}</a></p>
                <p class="muted" style="margin: 0; color: #55605a; font-size: 14px; word-break: break-all">${href}</p>`;
}
