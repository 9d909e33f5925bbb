import type { User } from '@portico/client';
import { useRouter } from '@tanstack/react-router';
import { changeSession } from '../../lib/session.ts';

/** Takes note of who has just signed in and goes back to where they came from. */
export function useSignIn(from: string | undefined): (user: User) => void {
  const router = useRouter();
  return (user) => {
    changeSession(user);
    router.history.push(ownPath(from));
  };
}

/** The path when it lies on this site; the start page for anything else. */
export function ownPath(path: string | undefined): string {
  if (!path?.startsWith('/')) return '/';
  const { origin, pathname, search, hash } = new URL(path, location.origin);
  return origin === location.origin ? pathname + search + hash : '/';
}
