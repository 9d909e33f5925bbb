import { useQuery } from '@tanstack/react-query';
import { DevicesSection } from '../../features/accounts/devices-section.tsx';
import { EmailSection } from '../../features/accounts/email-section.tsx';
import { PasswordSection } from '../../features/accounts/password-section.tsx';
import { AuthenticatorSection } from '../../features/factors/authenticator-section.tsx';
import { usePageHead } from '../../lib/page-head.ts';
import { sessionQuery } from '../../lib/session.ts';

/** How one gets in, and where one is in. */
export function SecurityPage() {
  usePageHead({ title: 'Security' });
  // An address may be confirmed in another window meanwhile.
  const { data } = useQuery({ ...sessionQuery, refetchOnMount: 'always', refetchOnWindowFocus: 'always' });
  const user = data?.user;
  if (!user) return null;
  return (
    <div className="space-y-6">
      <PasswordSection user={user} />
      <EmailSection user={user} />
      <AuthenticatorSection />
      <DevicesSection />
    </div>
  );
}
