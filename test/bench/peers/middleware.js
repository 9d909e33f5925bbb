/** What the one context middleware of every contender finds out. */

/** @param {string | null | undefined} userAgent */
export function agentOf(userAgent) {
  return (userAgent ?? '').slice(0, 20);
}
