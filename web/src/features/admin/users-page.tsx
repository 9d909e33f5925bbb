import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { usePages } from '../../lib/use-pages.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usersQuery } from './admin.queries.ts';
import { UserFilter } from './user-filter.tsx';
import { UserRow } from './user-row.tsx';

const route = getRouteApi('/admin/users');

/** Everybody who has an account, the newest first. The address holds who is shown. */
export function UsersPage() {
  usePageHead({ title: 'Manage users' });
  const { pages: _, ...filters } = route.useSearch();
  const query = useInfiniteQuery(usersQuery(filters));
  return (
    <Page>
      <PageHeader title="Manage users" action={<LogLink />} />
      <UserFilter />
      <PagedList
        query={query}
        {...usePages()}
        label="Users"
        keyOf={(user) => user.id}
        renderItem={(user) => <UserRow user={user} />}
        skeleton={<Skeleton className="my-3 h-14" />}
        empty={
          <MessagePanel
            icon={SearchX}
            title="Nobody matches"
            action={
              <Link to="/admin/users" className={buttonClass()}>
                Show all users
              </Link>
            }
          >
            Try a part of the name, the username or the e-mail address.
          </MessagePanel>
        }
        className="divide-y divide-line"
      />
    </Page>
  );
}

function LogLink() {
  return (
    <Link to="/admin/events" className={buttonClass()}>
      Audit log
    </Link>
  );
}
