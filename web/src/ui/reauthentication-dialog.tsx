import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { errorText } from '../lib/error-text.ts';
import { isProblem } from '../lib/problems.ts';
import { answerProof } from '../lib/reauthentication.ts';
import { changeSession, useUser } from '../lib/session.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { CodeField } from './form/code-field.tsx';
import { Form } from './form/form.tsx';
import { PasswordField } from './form/password-field.tsx';
import { useCodeStep } from './form/use-code-step.ts';
import { useForm } from './form/use-form.ts';
import { toast } from './toast.tsx';

/** Asks for the password, and for a code where the account has one, before a sensitive change goes on. */
export default function ReauthenticationDialog() {
  const cancel = () => answerProof(false);
  return (
    <Dialog
      open
      onClose={cancel}
      title="Is it still you?"
      description="You logged in a while ago. Before this goes on, enter your password once more."
    >
      <ProofForm onCancel={cancel} />
    </Dialog>
  );
}

function ProofForm({ onCancel }: { onCancel: () => void }) {
  const user = useUser();
  const codeStep = useCodeStep();
  const [hasNoPassword, setHasNoPassword] = useState(false);
  const { mutateAsync } = useMutation(api.accounts.reauthenticate.mutationOptions());
  const form = useForm({
    initial: { password: '', code: '' },
    // Whether the account has a password only the server knows: it says so when one is missing.
    rules: { code: codeStep.rules },
    async submit({ password, code }) {
      await mutateAsync({ ...(password && { password }), ...(code && { code: code.trim() }) });
      answerProof(true);
    },
    explain: (error) =>
      isProblem(error, 'invalid_credentials') ? { password: 'This is not your password' } : undefined,
    async handleError(error, { password }) {
      if (isProblem(error, 'unauthenticated')) {
        answerProof(false);
        return true;
      }
      if (isProblem(error, 'invalid_credentials') && password === '') {
        setHasNoPassword(true);
        return true;
      }
      return codeStep.take(error);
    },
  });

  if (hasNoPassword) return <OtherWay onCancel={onCancel} />;
  return (
    <Form form={form} labels={{ password: 'Password', code: 'Code' }} className="mt-5">
      {/* Tells password managers whose password it is. */}
      <input hidden readOnly name="username" autoComplete="username" value={user?.username ?? ''} />
      <PasswordField field={form.field('password')} label="Password" autoComplete="current-password" />
      {codeStep.asked && <CodeField field={form.field('code')} recovery focused />}
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" pending={form.pending}>
          Go on
        </Button>
      </DialogActions>
    </Form>
  );
}

/** For an account without a password: logging in anew, as before, is the proof. */
function OtherWay({ onCancel }: { onCancel: () => void }) {
  const router = useRouter();
  const { mutate, isPending } = useMutation(
    api.accounts.logout.mutationOptions({
      async onSuccess() {
        const from = router.state.location.href;
        answerProof(false);
        changeSession(null);
        await router.navigate({ to: '/login', search: { from } });
      },
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return (
    <>
      <p role="alert" className="mt-4 text-sm">
        Your account has no password. Log in anew, the way you did before, and come back here.
      </p>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" pending={isPending} onClick={() => mutate(undefined)}>
          Log in anew
        </Button>
      </DialogActions>
    </>
  );
}
