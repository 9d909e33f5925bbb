import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { usePages } from '../../lib/use-pages.ts';
import { EventRow } from '../../ui/event-row.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { myEventsQuery } from './audit.queries.ts';

/** What happened to one's own account, the newest first. */
export function ActivityPage() {
  usePageHead({ title: 'Activity' });
  const query = useInfiniteQuery(myEventsQuery());
  return (
    <Section
      title="Activity"
      description="Sign-ins, failed attempts and every change of how you get in. If you see something that was not you, change your password."
    >
      <PagedList
        query={query}
        {...usePages()}
        label="Activity"
        keyOf={(entry) => entry.id}
        renderItem={(entry) => <EventRow entry={entry} />}
        skeleton={<Skeleton className="my-3 h-11" />}
        empty={
          <MessagePanel icon={History} title="Nothing has happened yet">
            Sign-ins and changes of your account appear here.
          </MessagePanel>
        }
        className="divide-y divide-line"
      />
    </Section>
  );
}
