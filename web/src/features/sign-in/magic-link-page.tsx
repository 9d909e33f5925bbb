import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { OpenMagicLink } from './open-magic-link.tsx';
import { RequestLink } from './request-link.tsx';
import { useFragment } from './use-fragment.ts';

/** Logs in by a link that was mailed, or mails one. */
export function MagicLinkPage() {
  usePageHead({ title: 'Log in by e-mail' });
  const token = useFragment().get('token');
  const { mutateAsync } = useMutation(api.recovery.requestMagicLink.mutationOptions());
  if (token) return <OpenMagicLink key={token} token={token} />;
  return (
    <RequestLink
      title="Log in by e-mail"
      lead="Enter the e-mail address of your account, and we mail you a link that logs you in without a password."
      submitLabel="Mail me a link"
      lifetime="10 minutes"
      request={mutateAsync}
      footer={
        <>
          You know your password?{' '}
          <Link to="/login" className="prose-link">
            Log in with it
          </Link>
        </>
      }
    />
  );
}
