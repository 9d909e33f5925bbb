import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isProblem } from '../../lib/problems.ts';
import { queryClient } from '../../lib/query-client.ts';
import { sessionQuery, useUser } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { DeadLink } from './dead-link.tsx';
import { nextStepClass } from './next-step.ts';
import { SignInFrame } from './sign-in-frame.tsx';

interface ConfirmAddressProps {
  token: string;
  title: string;
  lead: string;
  submitLabel: string;
  doneTitle: string;
  doneLead: string;
  confirm: (input: { token: string }) => Promise<unknown>;
  /** How to come by a new link: a sentence, and what to press. */
  again: { readonly text: string; readonly action: ReactNode };
}

/** Confirms an address at the press of a button: programs that check mail for dangers open links, too. */
export function ConfirmAddress({ token, confirm, again, ...texts }: ConfirmAddressProps) {
  const [step, setStep] = useState<'ask' | 'dead' | 'done'>(token ? 'ask' : 'dead');
  const form = useForm({
    initial: {},
    async submit() {
      await confirm({ token });
      setStep('done');
      await queryClient.invalidateQueries(sessionQuery);
    },
    async handleError(error) {
      if (!isProblem(error, 'invalid_link')) return false;
      setStep('dead');
      return true;
    },
  });

  if (step === 'dead') return <DeadLink action={again.action}>{again.text}</DeadLink>;
  if (step === 'done') {
    return (
      <SignInFrame title={texts.doneTitle} lead={<p>{texts.doneLead}</p>} announced>
        <GoOn />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={texts.title} lead={<p>{texts.lead}</p>}>
      <Form form={form} labels={{}}>
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          {texts.submitLabel}
        </Button>
      </Form>
    </SignInFrame>
  );
}

/** Where to go from here: the site for members, the login for others. */
function GoOn() {
  const user = useUser();
  return (
    <Link to={user ? '/' : '/login'} className={nextStepClass}>
      {user ? 'Go on' : 'Log in'}
    </Link>
  );
}
