import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { useCodeStep } from '../../ui/form/use-code-step.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { nextStepClass } from './next-step.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** For owners who asked for the deletion of their account and changed their mind. */
export function KeepAccountPage() {
  usePageHead({ title: 'Keep your account' });
  const codeStep = useCodeStep();
  const [isKept, setKept] = useState(false);
  const { mutateAsync } = useMutation(api.privacy.cancelDeletion.mutationOptions());

  if (isKept) {
    const lead = (
      <p>Nothing will be deleted, and everything is as you left it. It is good to have you back.</p>
    );
    return (
      <SignInFrame title="Your account stays" lead={lead} announced>
        <Link to="/login" className={nextStepClass}>
          Log in
        </Link>
      </SignInFrame>
    );
  }
  const lead = codeStep.asked
    ? 'Your password is right. Your account also asks for a code.'
    : 'You asked for its deletion and changed your mind? Show that it is yours, and it stays.';
  return (
    <SignInFrame
      title={codeStep.asked ? 'One more step' : 'Keep your account'}
      lead={<p>{lead}</p>}
      footer={
        !codeStep.asked && (
          <Link to="/forgot-password" className="prose-link">
            Forgot your password?
          </Link>
        )
      }
    >
      <CredentialsForm
        codeStep={codeStep}
        submitLabel="Keep my account"
        submit={async (credentials) => {
          await mutateAsync(credentials);
          setKept(true);
        }}
      />
    </SignInFrame>
  );
}
