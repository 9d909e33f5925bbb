/** Writes what search engines and link previews read into the head of the site's page. */

/** What a page says of itself before any script runs. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Address of a picture, absolute or a path. */
  readonly image?: string;
  readonly type: 'website' | 'article' | 'profile' | 'product';
}

/**
 * Replaces the page's title and description, and adds canonical and social tags.
 * @param canonical absolute address of the page
 * @see https://ogp.me
 */
export function writeHead(html: string, head: PageHead, canonical: string): string {
  const image = head.image && new URL(head.image, canonical).href;
  const tags = [
    `<title>${escapeHtml(head.title)}</title>`,
    meta('name', 'description', head.description),
    `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', head.description),
    meta('property', 'og:type', head.type),
    meta('property', 'og:url', canonical),
    meta('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
    ...(image ? [meta('property', 'og:image', image)] : []),
  ];
  return html
    .replace(/<title>[^<]*<\/title>\s*/, '')
    .replaceAll(/<meta\s+(?:name="description"|property="og:type")[^>]*>\s*/g, '')
    .replace('</head>', () => `${tags.join('\n    ')}\n  </head>`);
}

function meta(attribute: 'name' | 'property', name: string, content: string): string {
  return `<meta ${attribute}="${name}" content="${escapeHtml(content)}">`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
