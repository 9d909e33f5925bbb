import type { RootContent } from 'mdast';
import type { ReactNode } from 'react';
import type { MarkdownContext } from './markdown-context.ts';
import { isOwnAddress, safeAddress } from './safe-address.ts';

/** Renders what stands within a line: text, emphasis, links, pictures. */
export function renderInline(node: RootContent, context: MarkdownContext): ReactNode {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em>{context.children(node)}</em>;
    case 'strong':
      return <strong>{context.children(node)}</strong>;
    case 'delete':
      return <del>{context.children(node)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'footnoteReference':
      return <sup>{node.label}</sup>;
    case 'link':
      return renderLink(node.url, context.children(node));
    case 'linkReference':
      return renderLink(context.definitions.get(node.identifier)?.url, context.children(node));
    case 'image':
      return renderImage(node.url, node.alt);
    case 'imageReference':
      return renderImage(context.definitions.get(node.identifier)?.url, node.alt);
    default:
      return 'children' in node ? context.children(node) : null;
  }
}

function renderLink(url: string | undefined, text: ReactNode): ReactNode {
  const address = safeAddress(url);
  if (!address) return text;
  if (isOwnAddress(address)) return <a href={address}>{text}</a>;
  return (
    <a href={address} rel="nofollow ugc noopener noreferrer">
      {text}
    </a>
  );
}

/** Pictures from elsewhere would tell that site who reads here: they become links. */
function renderImage(url: string | undefined, alt: string | null | undefined): ReactNode {
  const address = safeAddress(url);
  const text = alt || 'Picture';
  if (!address) return text;
  if (!isOwnAddress(address)) return renderLink(address, text);
  return <img src={address} alt={alt ?? ''} loading="lazy" decoding="async" />;
}
