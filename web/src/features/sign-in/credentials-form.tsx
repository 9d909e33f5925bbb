import { useState } from 'react';
import { isProblem } from '../../lib/problems.ts';
import { required } from '../../lib/rules.ts';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/form/code-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { CodeStep } from '../../ui/form/use-code-step.ts';
import { useForm } from '../../ui/form/use-form.ts';
import { ShutAccount } from './shut-account.tsx';

/** What somebody proves with who they are. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

interface CredentialsFormProps {
  codeStep: CodeStep;
  submitLabel: string;
  submit: (credentials: Credentials) => Promise<unknown>;
  /** Takes care of an error that leads elsewhere; true when it did. */
  handleError?: (error: unknown) => boolean;
}

/** Name and password, then a code where the account asks for one; what was typed first stays. */
export function CredentialsForm({ codeStep, submitLabel, submit, handleError }: CredentialsFormProps) {
  const [isShut, setShut] = useState(false);
  const form = useForm({
    initial: { username: '', password: '', code: '' },
    rules: {
      username: [required('Enter your username or e-mail address')],
      password: [required('Enter your password')],
      code: codeStep.rules,
    },
    submit: ({ username, password, code }) =>
      submit({ username, password, ...(code && { code: code.trim() }) }),
    async handleError(error) {
      setShut(isProblem(error, 'account_disabled'));
      if (isProblem(error, 'invalid_credentials')) leaveCode();
      return handleError?.(error) || codeStep.take(error);
    },
  });
  const leaveCode = () => {
    codeStep.leave();
    form.change({ code: '' });
  };

  return (
    <Form form={form} labels={{ username: 'Username or e-mail', password: 'Password', code: 'Code' }}>
      {isShut && <ShutAccount />}
      {codeStep.asked ? (
        <CodeField field={form.field('code')} recovery focused />
      ) : (
        <>
          <TextField
            field={form.field('username')}
            label="Username or e-mail"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField field={form.field('password')} label="Password" autoComplete="current-password" />
        </>
      )}
      <div className="space-y-2">
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          {submitLabel}
        </Button>
        {codeStep.asked && (
          <Button variant="quiet" onClick={leaveCode} className="w-full">
            Use another account
          </Button>
        )}
      </div>
    </Form>
  );
}
