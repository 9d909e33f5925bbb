import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { patiently } from '../../lib/patiently.ts';
import { useUser } from '../../lib/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { isWayIn } from './ways-in.ts';

const AccountMenu = lazy(() => patiently(() => import('./account-menu.tsx')));

/** Who is signed in, or the way in. Its place is kept while that is not known yet. */
export function Account() {
  const user = useUser();
  if (user === undefined) return <div className="h-11 w-17 md:w-36" />;
  if (user === null) return <SignInLinks />;
  const face = <Avatar name={user.name} picture={user.avatar} />;
  return (
    <div className="flex w-17 items-center justify-end gap-1 md:w-36">
      <Link
        to="/write"
        className={classNames(buttonClass({ variant: 'quiet', size: 'small' }), 'max-md:hidden')}
      >
        Write
      </Link>
      <Suspense fallback={<span className="grid size-11 place-items-center">{face}</span>}>
        <AccountMenu user={user} />
      </Suspense>
    </div>
  );
}

function SignInLinks() {
  const from = useLocation({
    select: ({ pathname, search, href }) =>
      isWayIn(pathname) ? search.from : pathname === '/' ? undefined : href,
  });
  const search = { ...(from && { from }) };
  return (
    <div className="flex w-17 items-center justify-end gap-1 md:w-36">
      <Link to="/login" search={search} className={buttonClass({ variant: 'quiet', size: 'small' })}>
        Log in
      </Link>
      <Link
        to="/register"
        search={search}
        className={classNames(buttonClass({ variant: 'primary', size: 'small' }), 'max-md:hidden')}
      >
        Sign up
      </Link>
    </div>
  );
}
