/** The page that problems link to: one section a code. */
import { codes, errorTable } from '@portico/shared/errors';
import { errorGuide } from './error-guide.ts';
import { escapeHtml, htmlPage } from './html.ts';

/** Every code with its status, its tRPC key, what it means and what to do. */
export function errorsPage(title: string): string {
  return htmlPage(
    `Errors · ${title} API`,
    '    <link rel="stylesheet" href="/api/docs/errors.css">',
    `    <main>
      <header>
        <p><a href="/api/docs">${escapeHtml(title)} API</a></p>
        <h1>Errors</h1>
        <p>Every failed call answers a problem (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>) with one of
        these codes: as the body in REST, in <code>error.data.problem</code> through tRPC. Programs should look at
        <code>code</code>; <code>detail</code> is a sentence for a person, and <code>requestId</code> finds the request
        in the server’s log.</p>
        <nav aria-label="Codes">
          <ul>
${codes.map((code) => `            <li><a href="#${code}">${code}</a></li>`).join('\n')}
          </ul>
        </nav>
      </header>
${codes.map(section).join('\n')}
    </main>`,
  );
}

function section(code: (typeof codes)[number]): string {
  const { title, status, rpc } = errorTable[code];
  const { meaning, remedy } = errorGuide[code];
  return `      <section id="${code}" aria-labelledby="${code}-title">
        <h2 id="${code}-title">${escapeHtml(title)}</h2>
        <p class="facts"><code>${code}</code> <span>HTTP ${status}</span> <span>tRPC <code>${rpc}</code></span></p>
        <p>${prose(meaning)}</p>
        <p><strong>What to do:</strong> ${prose(remedy)}</p>
      </section>`;
}

/** Text in which backticks mark code. */
function prose(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
