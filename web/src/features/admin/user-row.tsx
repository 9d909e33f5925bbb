import type { ManagedUser } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { dayOf } from '../../lib/time.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { UserActions } from './user-actions.tsx';

/** One user in the list of administrators. */
export function UserRow({ user }: { user: ManagedUser }) {
  return (
    <div className="flex items-center gap-4 py-3">
      <span className="max-sm:hidden">
        <Avatar name={user.name} picture={null} size="medium" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/authors/$username"
            params={{ username: user.username }}
            className="wrap-anywhere rounded-sm font-medium hover:text-accent hover:underline"
          >
            {user.name}
          </Link>
          <span className="wrap-anywhere text-muted text-sm">@{user.username}</span>
          {user.role === 'admin' && <Badge tone="accent">Administrator</Badge>}
          {user.standing === 'disabled' && <Badge tone="danger">Shut</Badge>}
          {user.standing === 'leaving' && <Badge tone="warning">Being deleted</Badge>}
        </p>
        <p className="wrap-anywhere text-muted text-xs">
          {user.email} ({user.emailVerifiedAt ? 'confirmed' : 'not confirmed'}) · since{' '}
          {dayOf(user.createdAt)}
          {user.disabledAt && ` · shut on ${dayOf(user.disabledAt)}`}
          {user.deleteAfter && ` · deleted for good on ${dayOf(user.deleteAfter)}`}
        </p>
      </div>
      <UserActions user={user} />
    </div>
  );
}
