import type { User } from '@portico/client';
import { useRouter } from '@tanstack/react-router';
import { changeSession } from '../../lib/session.ts';
import { ownPath } from './own-path.ts';

/** Takes note of who has just signed in and goes back to where they came from. */
export function useSignIn(from: string | undefined): (user: User) => void {
  const router = useRouter();
  return (user) => {
    changeSession(user);
    router.history.push(ownPath(from));
  };
}
