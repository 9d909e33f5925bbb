import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { isProblem } from '../../lib/problems.ts';
import { useCodeStep } from '../../ui/form/use-code-step.ts';
import { CheckMail } from './check-mail.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { OtherWays } from './other-ways.tsx';
import { Refused } from './refused.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useSignIn } from './use-sign-in.ts';

const route = getRouteApi('/login');

export function LoginPage() {
  usePageHead({ title: 'Log in' });
  const { from } = route.useSearch();
  const signIn = useSignIn(from);
  const codeStep = useCodeStep();
  const [isUnverified, setUnverified] = useState(false);
  const { mutateAsync } = useMutation(api.accounts.login.mutationOptions());

  if (isUnverified) {
    const back = () => setUnverified(false);
    return (
      <CheckMail title="Confirm your e-mail address first" backLabel="Back to the login" onBack={back}>
        <p>A link for it is in your mail: open it, then log in. Logging in once more mails a new one.</p>
      </CheckMail>
    );
  }
  const isFirst = !codeStep.asked;
  return (
    <SignInFrame
      title={isFirst ? 'Welcome back' : 'One more step'}
      lead={!isFirst && <p>Your password is right. Your account also asks for a code.</p>}
      footer={isFirst && <Newcomer from={from} />}
    >
      {isFirst && <Refused />}
      <CredentialsForm
        codeStep={codeStep}
        submitLabel="Log in"
        submit={async (credentials) => signIn(await mutateAsync(credentials))}
        handleError={(error) => {
          const isIt = isProblem(error, 'email_unverified');
          setUnverified(isIt);
          return isIt;
        }}
      />
      {isFirst && <OtherWays from={from} />}
    </SignInFrame>
  );
}

function Newcomer({ from }: { from: string | undefined }) {
  return (
    <>
      New here?{' '}
      <Link to="/register" search={{ ...(from && { from }) }} className="prose-link">
        Create an account
      </Link>
    </>
  );
}
