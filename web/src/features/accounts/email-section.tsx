import type { User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { emailRules } from '../../lib/account-rules.ts';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.tsx';

/** The address of the account: whether it is confirmed, and how to use another one. */
export function EmailSection({ user }: { user: User }) {
  const { email, emailVerified } = user;
  return (
    <Section
      title="E-mail address"
      description="Where we write to when something happens to your account. Nobody else sees it."
    >
      <p className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere font-medium">{email}</span>
        <Badge tone={emailVerified ? 'success' : 'warning'}>
          {emailVerified ? 'Confirmed' : 'Not confirmed yet'}
        </Badge>
      </p>
      {!emailVerified && <SendAgain email={email} />}
      <ChangeEmailForm />
    </Section>
  );
}

function SendAgain({ email }: { email: string }) {
  const { mutate, isPending } = useMutation(
    api.accounts.sendVerification.mutationOptions({
      onSuccess: () => toast(`A link is on its way to ${email}.`),
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return (
    <div className="mb-6">
      <Notice
        action={
          <Button size="small" pending={isPending} onClick={() => mutate()}>
            Send the link again
          </Button>
        }
      >
        Open the link that we mailed you, to confirm that the address is yours.
      </Notice>
    </div>
  );
}

const labels = { email: 'New e-mail address' };

function ChangeEmailForm() {
  const [asked, setAsked] = useState<string>();
  const { mutateAsync } = useMutation(api.accounts.changeEmail.mutationOptions());
  const form = useForm({
    initial: { email: '' },
    rules: { email: emailRules },
    submit: async (values) => {
      await mutateAsync(values);
      form.reset();
      setAsked(values.email.trim());
    },
  });
  return (
    <Form form={form} labels={labels}>
      {asked && (
        <Notice>
          Check the mail at <strong>{asked}</strong>. The address changes when you open the link in it.
        </Notice>
      )}
      <TextField
        field={form.field('email')}
        label={labels.email}
        help="We mail a link there; until you open it, nothing changes."
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <Button type="submit" pending={form.pending}>
        Change the address
      </Button>
    </Form>
  );
}
