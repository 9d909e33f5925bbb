import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { RequestLink } from './request-link.tsx';

/** Mails a link to choose a new password. */
export function ForgotPasswordPage() {
  usePageHead({ title: 'Forgot your password' });
  const { mutateAsync } = useMutation(api.recovery.forgotPassword.mutationOptions());
  return (
    <RequestLink
      title="Forgot your password?"
      lead="Enter the e-mail address of your account, and we mail you a link to choose a new one."
      submitLabel="Mail me the link"
      lifetime="30 minutes"
      request={mutateAsync}
      footer={
        <>
          It came back to you?{' '}
          <Link to="/login" className="prose-link">
            Log in
          </Link>
        </>
      }
    />
  );
}
