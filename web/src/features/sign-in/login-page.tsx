import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { required } from '../../lib/rules.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useSignIn } from './use-sign-in.ts';

const route = getRouteApi('/login');

export function LoginPage() {
  usePageHead({ title: 'Log in' });
  const { from } = route.useSearch();
  const signIn = useSignIn(from);
  const { mutateAsync } = useMutation(api.accounts.login.mutationOptions());
  const form = useForm({
    initial: { username: '', password: '' },
    rules: {
      username: [required('Enter your username or e-mail address')],
      password: [required('Enter your password')],
    },
    submit: async (values) => signIn(await mutateAsync(values)),
  });

  return (
    <SignInFrame
      title="Welcome back"
      footer={
        <>
          New here?{' '}
          <Link to="/register" search={{ ...(from && { from }) }} className="prose-link">
            Create an account
          </Link>
        </>
      }
    >
      <Form form={form} labels={{ username: 'Username or e-mail', password: 'Password' }}>
        <TextField
          field={form.field('username')}
          label="Username or e-mail"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField field={form.field('password')} label="Password" autoComplete="current-password" />
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          Log in
        </Button>
      </Form>
    </SignInFrame>
  );
}
