import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { eventChoices, isEventName } from '../../lib/event-text.ts';
import { buttonClass } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { managedUserQuery } from './admin.queries.ts';

const route = getRouteApi('/admin/events');

/** Which events to show, and whose. */
export function EventFilter() {
  const { event, user } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <search className="mb-6 flex flex-wrap items-center gap-3">
      <FilterSelect
        label="Event"
        value={isEventName(event) ? event : undefined}
        all="All events"
        options={eventChoices}
        onChange={(chosen) =>
          void navigate({ search: { ...(user && { user }), ...(chosen && { event: chosen }) } })
        }
      />
      {user ? (
        <UserChip id={user} event={event} />
      ) : (
        <Link to="/admin/users" className={buttonClass({ variant: 'quiet' })}>
          Choose a user
        </Link>
      )}
    </search>
  );
}

/** Whose events are shown, and the way back to everybody's. */
function UserChip({ id, event }: { id: string; event: string | undefined }) {
  const { data } = useQuery(managedUserQuery(id));
  return (
    <Link
      to="/admin/events"
      search={event ? { event } : {}}
      className={buttonClass()}
      aria-label={`Show everybody, not only ${data?.username ?? 'this user'}`}
    >
      {data ? `Only @${data.username}` : 'Only one user'}
      <X aria-hidden className="size-4" />
    </Link>
  );
}
