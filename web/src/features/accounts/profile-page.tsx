import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { Section } from '../../ui/section.tsx';
import { AvatarForm } from './avatar-form.tsx';
import { ProfileForm } from './profile-form.tsx';

/** How others see one: the words, and the face. */
export function ProfilePage() {
  usePageHead({ title: 'Settings' });
  const user = useUser();
  if (!user) return null;
  return (
    <div className="space-y-6">
      <Section title="Profile" description="How others see you on Portico.">
        <ProfileForm key={user.id} user={user} />
      </Section>
      <Section title="Picture">
        <AvatarForm user={user} />
      </Section>
    </div>
  );
}
