/** Text inside XML. */
import { escapeHtml } from '../engine/http/page-head.ts';

/** What XML cannot hold, not even escaped: one such character, and no reader takes the document. @see https://www.w3.org/TR/xml/#charsets */
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Makes text safe inside elements and quoted attributes of XML. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(impossible, ''));
}
