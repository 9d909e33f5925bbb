import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newPasswordRules } from '../../lib/account-rules.ts';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { isProblem } from '../../lib/problems.ts';
import { changeSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/form/code-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { StrengthMeter } from '../../ui/form/strength-meter.tsx';
import { useCodeStep } from '../../ui/form/use-code-step.ts';
import { useForm } from '../../ui/form/use-form.ts';
import { DeadLink } from './dead-link.tsx';
import { nextStepClass } from './next-step.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useFragment } from './use-fragment.ts';

/** Chooses a new password by the link that was mailed. */
export function ResetPasswordPage() {
  usePageHead({ title: 'Choose a new password' });
  const token = useFragment().get('token') ?? '';
  return <ResetPassword key={token} token={token} />;
}

function ResetPassword({ token }: { token: string }) {
  const [step, setStep] = useState<'choose' | 'dead' | 'done'>(token ? 'choose' : 'dead');
  if (step === 'done') return <Done />;
  if (step === 'dead') {
    const again = (
      <Link to="/forgot-password" className={nextStepClass}>
        Mail me a new link
      </Link>
    );
    return <DeadLink action={again}>Ask for a new one, and open it within half an hour.</DeadLink>;
  }
  return <ResetForm token={token} onDead={() => setStep('dead')} onDone={() => setStep('done')} />;
}

interface ResetFormProps {
  token: string;
  onDead: () => void;
  onDone: () => void;
}

function ResetForm({ token, onDead, onDone }: ResetFormProps) {
  const codeStep = useCodeStep();
  const { mutateAsync } = useMutation(api.recovery.resetPassword.mutationOptions());
  const form = useForm({
    initial: { password: '', code: '' },
    rules: { password: newPasswordRules, code: codeStep.rules },
    async submit({ password, code }) {
      await mutateAsync({ token, password, ...(code && { code: code.trim() }) });
      changeSession(null);
      onDone();
    },
    async handleError(error) {
      const isInvalid = isProblem(error, 'invalid_link');
      if (isInvalid) onDead();
      return isInvalid || codeStep.take(error);
    },
  });
  const lead = codeStep.asked
    ? 'Your account also asks for a code.'
    : 'It replaces the old one, and every device that is logged in is logged out.';
  return (
    <SignInFrame title="Choose a new password" lead={<p>{lead}</p>}>
      <Form form={form} labels={{ password: 'New password', code: 'Code' }}>
        <PasswordField
          field={form.field('password')}
          label="New password"
          autoComplete="new-password"
          help={<StrengthMeter password={form.values.password} />}
        />
        {codeStep.asked && <CodeField field={form.field('code')} recovery focused />}
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          Save the new password
        </Button>
      </Form>
    </SignInFrame>
  );
}

function Done() {
  return (
    <SignInFrame
      title="Your password is changed"
      lead={<p>Every device was logged out. Log in with the new password to go on.</p>}
      announced
    >
      <Link to="/login" className={nextStepClass}>
        Log in
      </Link>
    </SignInFrame>
  );
}
