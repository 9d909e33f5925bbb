/** The page to read and try the API: Scalar, served and configured from this server alone. */
import { htmlPage } from './html.ts';

/** What the page may do: Scalar writes its styles into the page, everything else is as strict as the site. */
export const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** @param bundle address of Scalar's script */
export function referencePage(title: string, bundle: string): string {
  const scripts = [bundle, '/api/docs/reference.js'].map((src) => `    <script defer src="${src}"></script>`);
  return htmlPage(`${title} API`, scripts.join('\n'), fallback);
}

const fallback = `    <main id="reference"></main>
    <noscript>
      <p>This page needs JavaScript. The description is at <a href="/api/openapi.json">/api/openapi.json</a>,
      the error codes are <a href="/api/docs/errors">explained here</a>.</p>
    </noscript>`;
