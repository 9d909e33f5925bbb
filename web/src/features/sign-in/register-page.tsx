import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { emailRules, newPasswordRules, usernameRules } from '../../lib/account-rules.ts';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { isSignedIn } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { StrengthMeter } from '../../ui/form/strength-meter.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { toast } from '../../ui/toast.tsx';
import { CheckMail } from './check-mail.tsx';
import { OtherServices } from './other-services.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useSignIn } from './use-sign-in.ts';

const route = getRouteApi('/register');

export function RegisterPage() {
  usePageHead({
    title: 'Sign up',
    description: 'Create an account to write posts and keep files on Portico.',
  });
  const { from } = route.useSearch();
  const [mailedTo, setMailedTo] = useState<string>();

  if (mailedTo !== undefined) {
    return (
      <CheckMail backLabel="Back to the form" onBack={() => setMailedTo(undefined)}>
        <p>
          We mailed a link to <strong className="text-ink">{mailedTo}</strong>. Open it to confirm that the
          address is yours; then you can log in. It works for 24 hours.
        </p>
      </CheckMail>
    );
  }
  return (
    <SignInFrame
      title="Create your account"
      footer={
        <>
          Already registered?{' '}
          <Link to="/login" search={{ ...(from && { from }) }} className="prose-link">
            Log in
          </Link>
        </>
      }
    >
      <RegisterForm from={from} onMailed={setMailedTo} />
      <OtherServices from={from} />
    </SignInFrame>
  );
}

interface RegisterFormProps {
  from: string | undefined;
  /** The account is made, and may be used once its address is confirmed. */
  onMailed: (email: string) => void;
}

function RegisterForm({ from, onMailed }: RegisterFormProps) {
  const signIn = useSignIn(from);
  const { mutateAsync } = useMutation(api.accounts.register.mutationOptions());
  const form = useForm({
    initial: { username: '', email: '', password: '' },
    rules: { username: usernameRules, email: emailRules, password: newPasswordRules },
    submit: async (values) => {
      const user = await mutateAsync(values);
      // Whether one is signed in before the address is confirmed is the server's to decide, and to tell.
      if (!(await isSignedIn())) return onMailed(user.email);
      signIn(user);
      toast(`Welcome, ${user.name}.`);
    },
  });
  return (
    <Form form={form} labels={{ username: 'Username', email: 'E-mail', password: 'Password' }}>
      <TextField
        field={form.field('username')}
        label="Username"
        help="Shown with your posts. Letters, digits, - and _."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        field={form.field('email')}
        label="E-mail"
        help="We mail you a link to confirm it. Nobody else sees it."
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <PasswordField
        field={form.field('password')}
        label="Password"
        autoComplete="new-password"
        help={<StrengthMeter password={form.values.password} />}
      />
      <Button type="submit" variant="primary" pending={form.pending} className="w-full">
        Create account
      </Button>
    </Form>
  );
}
