const storageKey = 'portico.unverified-notice';

/** Whether a user put the notice away since they opened the browser tab. */
export function isNoticeDismissed(userId: string): boolean {
  try {
    return sessionStorage.getItem(storageKey) === userId;
  } catch {
    return false;
  }
}

export function dismissNotice(userId: string): void {
  try {
    sessionStorage.setItem(storageKey, userId);
  } catch {
    // Storage is switched off; it then stays away as long as the page.
  }
}
