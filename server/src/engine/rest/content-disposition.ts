/** Names a file for the browser that saves it. @see https://www.rfc-editor.org/rfc/rfc6266 */

/** The header's value; a name beyond ASCII comes as it is, beside a fallback for old clients. */
export function contentDisposition(disposition: 'inline' | 'attachment', name: string): string {
  const fallback = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = fallback === name ? '' : `; filename*=UTF-8''${encodeExtended(name)}`;
  return `${disposition}; filename="${fallback}"${extended}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc8187#section-3.2 */
function encodeExtended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
