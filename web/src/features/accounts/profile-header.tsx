import type { Profile } from '@portico/client';
import { monthOf } from '../../lib/time.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** Who somebody is, at the head of their page. */
export function ProfileHeader({ profile }: { profile: Profile }) {
  return (
    <header className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-4 border-line border-b pb-8">
      <Avatar name={profile.name} picture={profile.avatar} size="large" />
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="text-xl wrap-break-word">{profile.name}</h1>
        <p className="wrap-anywhere text-muted text-sm">
          @{profile.username} · here since {monthOf(profile.createdAt)}
        </p>
        {profile.bio && (
          <p dir="auto" className="mt-3 max-w-prose whitespace-pre-line wrap-break-word">
            {profile.bio}
          </p>
        )}
      </div>
    </header>
  );
}
