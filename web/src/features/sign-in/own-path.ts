/** The path when it lies on this site; the start page for anything else. */
export function ownPath(path: string | undefined, origin = location.origin): string {
  if (!path?.startsWith('/') || !URL.canParse(path, origin)) return '/';
  const url = new URL(path, origin);
  // Dots before two slashes are gone by now, and what begins with two is another site to whoever resolves it.
  const isOwn = url.origin === origin && !url.pathname.startsWith('//');
  return isOwn ? url.pathname + url.search + url.hash : '/';
}
