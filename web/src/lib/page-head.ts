import { useEffect } from 'react';

interface PageHead {
  title: string;
  description?: string | undefined;
  /** Path of a picture that stands for the page. */
  picture?: string | undefined;
  /** Path under which the page should be known, where it differs from the current one. */
  canonical?: string | undefined;
}

const siteName = 'Portico';
const siteDescription = 'A complete TypeScript backend: write a procedure once, open it to every client.';

/** Gives a page its title, description, canonical address and social tags. */
export function usePageHead({ title, description = siteDescription, picture, canonical }: PageHead): void {
  useEffect(() => {
    const fullTitle = title === siteName ? title : `${title} · ${siteName}`;
    const address = new URL(canonical ?? location.pathname, location.origin).href;
    document.title = fullTitle;
    setMeta('name', 'description', description);
    setMeta('property', 'og:title', fullTitle);
    setMeta('property', 'og:description', description);
    setMeta('property', 'og:url', address);
    setMeta('property', 'og:image', picture && new URL(picture, location.origin).href);
    setCanonical(address);
  }, [title, description, picture, canonical]);
}

/** The server may have written the tag already: it is changed in place, never doubled. */
function setMeta(attribute: 'name' | 'property', key: string, content: string | undefined): void {
  const found = document.head.querySelector(`meta[${attribute}="${key}"]`);
  if (content === undefined) {
    found?.remove();
    return;
  }
  const tag = found ?? document.head.appendChild(document.createElement('meta'));
  tag.setAttribute(attribute, key);
  tag.setAttribute('content', content);
}

function setCanonical(address: string): void {
  const tag =
    document.head.querySelector('link[rel="canonical"]') ??
    document.head.appendChild(document.createElement('link'));
  tag.setAttribute('rel', 'canonical');
  tag.setAttribute('href', address);
}
