import type { User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { newPasswordRules } from '../../lib/account-rules.ts';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { StrengthMeter } from '../../ui/form/strength-meter.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.tsx';
import { devicesQuery } from './devices.queries.ts';

const labels = { password: 'New password' };

/** Another password, or the first one of an account that has signed in otherwise. */
export function PasswordSection({ user }: { user: User }) {
  const { mutateAsync } = useMutation(api.accounts.changePassword.mutationOptions());
  const form = useForm({
    initial: { password: '', revokeOthers: true },
    rules: { password: newPasswordRules },
    submit: async (values) => {
      await mutateAsync(values);
      form.reset();
      void queryClient.invalidateQueries(devicesQuery());
      toast('Your new password holds from now on.');
    },
  });
  return (
    <Section
      title="Password"
      description="Use one that you use nowhere else. If you have always signed in with another service, this gives your account its first password."
    >
      <Form form={form} labels={labels}>
        {/* So that a password manager knows whose password it keeps. */}
        <input hidden readOnly name="username" autoComplete="username" value={user.username} />
        <PasswordField
          field={form.field('password')}
          label={labels.password}
          autoComplete="new-password"
          help={<StrengthMeter password={form.values.password} />}
        />
        <CheckboxField field={form.field('revokeOthers')} label="Sign out every other device" />
        <Button type="submit" variant="primary" pending={form.pending}>
          Save the password
        </Button>
      </Form>
    </Section>
  );
}
