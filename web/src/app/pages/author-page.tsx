import type { Profile } from '@portico/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NotebookPen, UserX } from 'lucide-react';
import { profileQuery } from '../../features/accounts/accounts.queries.ts';
import { ProfileHeader } from '../../features/accounts/profile-header.tsx';
import { PostList } from '../../features/posts/post-list.tsx';
import { usePageHead } from '../../lib/page-head.ts';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';

const route = getRouteApi('/authors/$username');

/** Somebody's page: who they are and what they have published. */
export function AuthorPage() {
  const { username } = route.useParams();
  const query = useQuery(profileQuery(username));
  return (
    <Page width="reading">
      <QueryView query={query} skeleton={<ProfileSkeleton />} missing={<Nobody />}>
        {(profile) => <Author profile={profile} />}
      </QueryView>
    </Page>
  );
}

function Author({ profile }: { profile: Profile }) {
  usePageHead({ title: profile.name, description: profile.bio || undefined, picture: profile.avatar?.url });
  return (
    <>
      <ProfileHeader profile={profile} />
      <PostList
        filters={{ author: profile.username }}
        empty={
          <MessagePanel icon={NotebookPen} title="Nothing published yet">
            What {profile.name} publishes will appear here.
          </MessagePanel>
        }
      />
    </>
  );
}

function ProfileSkeleton() {
  return (
    <Loading label="Loading the profile">
      <div className="mb-8 flex items-center gap-6 border-line border-b pb-8">
        <Skeleton className="size-24 rounded-full" />
        <div className="flex-1 space-y-3">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="h-5 w-64 max-w-full" />
        </div>
      </div>
    </Loading>
  );
}

function Nobody() {
  usePageHead({ title: 'Nobody here' });
  return (
    <MessagePanel level={1} icon={UserX} title="Nobody has this name">
      The account may have been renamed.
    </MessagePanel>
  );
}
