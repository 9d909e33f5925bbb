/** The pages that lead into an account. Their addresses may hold a secret behind `#`, and nobody wants to go back there. */
const waysIn: ReadonlySet<string> = new Set([
  '/login',
  '/login/code',
  '/register',
  '/forgot-password',
  '/reset-password',
  '/magic-link',
  '/verify-email',
  '/confirm-email',
  '/keep-account',
]);

export function isWayIn(pathname: string): boolean {
  return waysIn.has(pathname);
}
