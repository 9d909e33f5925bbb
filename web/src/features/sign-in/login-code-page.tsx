import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { isProblem } from '../../lib/problems.ts';
import { required } from '../../lib/rules.ts';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/form/code-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { DeadLink } from './dead-link.tsx';
import { nextStepClass } from './next-step.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useFragment } from './use-fragment.ts';
import { useSignIn } from './use-sign-in.ts';

/** The second step after another service has vouched for somebody whose account also asks for a code. */
export function LoginCodePage() {
  usePageHead({ title: 'One more step' });
  const fragment = useFragment();
  const ticket = fragment.get('ticket') ?? '';
  const signIn = useSignIn(fragment.get('next') ?? undefined);
  const [isLate, setLate] = useState(ticket === '');
  const { mutateAsync } = useMutation(api.connections.finish.mutationOptions());
  const form = useForm({
    initial: { code: '' },
    rules: { code: [required('Enter the code')] },
    submit: async ({ code }) => signIn(await mutateAsync({ ticket, code: code.trim() })),
    async handleError(error) {
      const isInvalid = isProblem(error, 'invalid_link');
      setLate(isInvalid);
      return isInvalid;
    },
  });

  if (isLate) {
    const again = (
      <Link to="/login" className={nextStepClass}>
        Back to the login
      </Link>
    );
    return <DeadLink action={again}>Log in anew, and enter the code within a few minutes.</DeadLink>;
  }
  return (
    <SignInFrame title="One more step" lead={<p>Your account also asks for a code.</p>}>
      <Form form={form} labels={{ code: 'Code' }}>
        <CodeField field={form.field('code')} recovery focused />
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          Log in
        </Button>
      </Form>
    </SignInFrame>
  );
}
