/** The path when it lies on this site; the start page for anything else. */
export function ownPath(path: string | undefined, origin = location.origin): string {
  if (!path?.startsWith('/') || !URL.canParse(path, origin)) return '/';
  const url = new URL(path, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : '/';
}
