import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { isProblem } from '../../lib/problems.ts';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/form/code-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCodeStep } from '../../ui/form/use-code-step.ts';
import { useForm } from '../../ui/form/use-form.ts';
import { DeadLink } from './dead-link.tsx';
import { nextStepClass } from './next-step.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Logs in at the press of a button rather than at once: programs that check mail for dangers open links, too. */
export function OpenMagicLink({ token }: { token: string }) {
  const signIn = useSignIn(undefined);
  const codeStep = useCodeStep();
  const [isDead, setDead] = useState(false);
  const { mutateAsync } = useMutation(api.recovery.useMagicLink.mutationOptions());
  const form = useForm({
    initial: { code: '' },
    rules: { code: codeStep.rules },
    submit: async ({ code }) => signIn(await mutateAsync({ token, ...(code && { code: code.trim() }) })),
    async handleError(error) {
      const isInvalid = isProblem(error, 'invalid_link');
      setDead(isInvalid);
      return isInvalid || codeStep.take(error);
    },
  });

  if (isDead) {
    const again = (
      <Link to="/magic-link" className={nextStepClass}>
        Mail me a new link
      </Link>
    );
    return <DeadLink action={again}>Ask for a new one, and open it within ten minutes.</DeadLink>;
  }
  return (
    <SignInFrame
      title={codeStep.asked ? 'One more step' : 'Welcome back'}
      lead={
        <p>
          {codeStep.asked
            ? 'Your account also asks for a code.'
            : 'Your link is ready. Press the button to log in on this device.'}
        </p>
      }
    >
      <Form form={form} labels={{ code: 'Code' }}>
        {codeStep.asked && <CodeField field={form.field('code')} recovery focused />}
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          Log in
        </Button>
      </Form>
    </SignInFrame>
  );
}
