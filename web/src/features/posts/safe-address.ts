const safeProtocols = ['http:', 'https:', 'mailto:'];

/** The address when following it can do no harm; undefined for `javascript:` and other schemes. */
export function safeAddress(url: string | undefined, origin = location.origin): string | undefined {
  if (!url || !URL.canParse(url, origin)) return undefined;
  return safeProtocols.includes(new URL(url, origin).protocol) ? url : undefined;
}

/** Whether an address leads to this site. */
export function isOwnAddress(url: string, origin = location.origin): boolean {
  return new URL(url, origin).origin === origin;
}
