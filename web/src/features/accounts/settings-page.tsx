import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { Page, PageHeader } from '../../ui/page.tsx';
import { AvatarForm } from './avatar-form.tsx';
import { ProfileForm } from './profile-form.tsx';

/** Everything about one's own account: who one is on the left, the face on the right. */
export function SettingsPage() {
  usePageHead({ title: 'Settings' });
  const user = useUser();
  if (!user) return null;
  return (
    <Page>
      <PageHeader title="Settings">How others see you on Portico.</PageHeader>
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <section
          aria-labelledby="profile-title"
          className="rounded-xl border border-line bg-surface p-5 sm:p-8"
        >
          <h2 id="profile-title" className="mb-6 text-lg">
            Profile
          </h2>
          <ProfileForm key={user.id} user={user} />
        </section>
        <section
          aria-labelledby="avatar-title"
          className="self-start rounded-xl border border-line bg-surface p-5 sm:p-8"
        >
          <h2 id="avatar-title" className="mb-6 text-lg">
            Picture
          </h2>
          <AvatarForm user={user} />
        </section>
      </div>
    </Page>
  );
}
