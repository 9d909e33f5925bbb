import type { ReactNode } from 'react';
import { useState } from 'react';
import { emailRules } from '../../lib/account-rules.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { CheckMail } from './check-mail.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface RequestLinkProps {
  title: string;
  lead: string;
  submitLabel: string;
  /** How long the link works, in words. */
  lifetime: string;
  /** Asks for the mail; the answer is the same whether or not anybody has the address. */
  request: (input: { email: string }) => Promise<unknown>;
  footer: ReactNode;
}

/** Asks for an address and mails a link there. */
export function RequestLink({ title, lead, submitLabel, lifetime, request, footer }: RequestLinkProps) {
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    initial: { email: '' },
    rules: { email: emailRules },
    async submit({ email }) {
      await request({ email });
      setSentTo(email.trim());
    },
  });

  if (sentTo !== undefined) {
    return (
      <CheckMail backLabel="Ask once more" onBack={() => setSentTo(undefined)}>
        <p>
          If there is an account with <strong className="text-ink">{sentTo}</strong>, a mail with a link is on
          its way. The link works for {lifetime}, once.
        </p>
      </CheckMail>
    );
  }
  return (
    <SignInFrame title={title} lead={<p>{lead}</p>} footer={footer}>
      <Form form={form} labels={{ email: 'E-mail' }}>
        <TextField
          field={form.field('email')}
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="email"
        />
        <Button type="submit" variant="primary" pending={form.pending} className="w-full">
          {submitLabel}
        </Button>
      </Form>
    </SignInFrame>
  );
}
