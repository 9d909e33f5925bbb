import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { ConfirmAddress } from './confirm-address.tsx';
import { nextStepClass } from './next-step.ts';
import { useFragment } from './use-fragment.ts';

/** Takes a new address into use by the link that was mailed there. */
export function ConfirmEmailPage() {
  usePageHead({ title: 'Confirm your new e-mail address' });
  const token = useFragment().get('token') ?? '';
  const { mutateAsync } = useMutation(api.accounts.confirmEmailChange.mutationOptions());
  const again = {
    text: 'Ask for the change once more in your settings.',
    action: (
      <Link to="/settings/security" className={nextStepClass}>
        Go to the settings
      </Link>
    ),
  };
  return (
    <ConfirmAddress
      key={token}
      token={token}
      title="Use this e-mail address?"
      lead="From then on your account uses it: you log in with it, and mail goes there."
      submitLabel="Use this address"
      doneTitle="Your new address is in use"
      doneLead="Mail about your account goes there from now on."
      confirm={mutateAsync}
      again={again}
    />
  );
}
