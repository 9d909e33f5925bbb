/** Writes a form as the bytes that cross the wire, without reading its files. @see https://www.rfc-editor.org/rfc/rfc7578 */

/** The form as a Blob: its size is known, its type names the boundary, and it streams. */
export function toMultipart(form: FormData): Blob {
  const boundary = `portico-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
  const parts = [...form].flatMap(([name, value]) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"${ofFile(value)}\r\n\r\n`,
    typeof value === 'string' ? value.replace(/\r\n?|\n/g, '\r\n') : value,
    '\r\n',
  ]);
  return new Blob([...parts, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

function ofFile(value: FormDataEntryValue): string {
  if (typeof value === 'string') return '';
  return `; filename="${quoted(value.name)}"\r\ncontent-type: ${value.type || 'application/octet-stream'}`;
}

/** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}
