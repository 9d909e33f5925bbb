import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { patiently } from '../../lib/patiently.ts';
import { useUser } from '../../lib/session.ts';
import { isWayIn } from './ways-in.ts';

const UnverifiedNotice = lazy(() => patiently(() => import('../../features/sign-in/unverified-notice.tsx')));

/** Where somebody writes, the window's lower edge belongs to their actions; the settings of security say it themselves. */
const apart = /^\/(?:write|me\/posts\/.+|admin\/products\/.+|settings\/security)$/;

/** Reminds signed-in users of an address that they did not confirm yet; not while they write, nor where they confirm it. */
export function Unverified() {
  const user = useUser();
  const isApart = useLocation({ select: ({ pathname }) => isWayIn(pathname) || apart.test(pathname) });
  if (!user || user.emailVerified || isApart) return null;
  return (
    <Suspense>
      <UnverifiedNotice key={user.id} user={user} />
    </Suspense>
  );
}
