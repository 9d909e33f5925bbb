import type { User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { ConfirmAddress } from './confirm-address.tsx';
import { nextStepClass } from './next-step.ts';
import { SendVerification } from './send-verification.tsx';
import { useFragment } from './use-fragment.ts';

/** Confirms the address of an account by the link that was mailed there. */
export function VerifyEmailPage() {
  usePageHead({ title: 'Confirm your e-mail address' });
  const token = useFragment().get('token') ?? '';
  const user = useUser();
  const { mutateAsync } = useMutation(api.accounts.verifyEmail.mutationOptions());
  const again = wayOn(user);
  return (
    <ConfirmAddress
      key={token}
      token={token}
      title="Confirm your e-mail address"
      lead="One press, and we know that mail from us reaches you."
      submitLabel="Confirm the address"
      doneTitle="Your address is confirmed"
      doneLead="Thank you. Should you ever forget your password, we can mail you a new way in."
      confirm={mutateAsync}
      again={again}
    />
  );
}

/** What there is to do when the link opens nothing. */
function wayOn(user: User | null | undefined): { text: string; action: ReactNode } {
  if (!user) {
    const action = (
      <Link to="/login" className={nextStepClass}>
        Log in
      </Link>
    );
    const text =
      'Perhaps your address is confirmed already: log in. If you cannot, create the account once more, and we mail you a new link.';
    return { text, action };
  }
  if (!user.emailVerified) {
    return {
      text: 'We can mail you a new one.',
      action: <SendVerification variant="primary" className="w-full" />,
    };
  }
  const action = (
    <Link to="/" className={nextStepClass}>
      Go on
    </Link>
  );
  return { text: 'You need no other one: your address is confirmed.', action };
}
