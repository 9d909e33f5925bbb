import type { ManagedAuditEntry } from '@portico/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { isEventName } from '../../lib/event-text.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { usePages } from '../../lib/use-pages.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EventRow } from '../../ui/event-row.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { eventsQuery } from './admin.queries.ts';
import { EventFilter } from './event-filter.tsx';

const route = getRouteApi('/admin/events');

/** The audit log of all accounts, the newest first. The address holds what is shown. */
export function EventsPage() {
  usePageHead({ title: 'Audit log' });
  const { event, user } = route.useSearch();
  const query = useInfiniteQuery(eventsQuery({ event: isEventName(event) ? event : undefined, user }));
  return (
    <Page>
      <PageHeader
        title="Audit log"
        action={
          <Link to="/admin/users" className={buttonClass()}>
            Manage users
          </Link>
        }
      />
      <EventFilter />
      <PagedList
        query={query}
        {...usePages()}
        label="Events"
        keyOf={(entry) => entry.id}
        renderItem={(entry) => <ManagedEventRow entry={entry} />}
        skeleton={<Skeleton className="my-3 h-16" />}
        empty={
          <MessagePanel
            icon={History}
            title="Nothing like this has happened"
            action={
              <Link to="/admin/events" className={buttonClass()}>
                Show all events
              </Link>
            }
          />
        }
        className="divide-y divide-line"
      />
    </Page>
  );
}

function ManagedEventRow({ entry }: { entry: ManagedAuditEntry }) {
  const { user, actor } = entry;
  return (
    <EventRow entry={entry}>
      <p className="text-sm">
        {user ? <UserLink {...user} /> : <span className="text-muted">Nobody known</span>}
        {actor && actor.id !== user?.id && (
          <span className="text-muted">
            {' '}
            by <UserLink {...actor} />
          </span>
        )}
      </p>
    </EventRow>
  );
}

function UserLink({ id, username }: { id: string; username: string }) {
  return (
    <Link to="/admin/events" search={{ user: id }} className="prose-link wrap-anywhere">
      @{username}
    </Link>
  );
}
