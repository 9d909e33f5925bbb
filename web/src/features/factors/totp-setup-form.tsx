import type { TotpSetup } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { required } from '../../lib/rules.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CodeField } from '../../ui/form/code-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { toast } from '../../ui/toast.tsx';
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts';
import { refreshFactors } from './factors.queries.ts';

interface TotpSetupFormProps {
  setup: TotpSetup;
  onCodes: (recoveryCodes: readonly string[]) => void;
  onCancel: () => void;
}

/** What an authenticator has to be told, and the first code that shows that it knows. */
export function TotpSetupForm({ setup, onCodes, onCancel }: TotpSetupFormProps) {
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const { mutateAsync } = useMutation(api.factors.confirmTotp.mutationOptions());
  const form = useForm({
    initial: { code: '' },
    rules: { code: [required('Enter the code that the app shows')] },
    submit: async ({ code }) => {
      const { recoveryCodes } = await mutateAsync({ code: code.trim() });
      onCodes(recoveryCodes);
      toast('Two-step sign-in is on.');
      void refreshFactors();
    },
  });
  return (
    <Form form={form} labels={{ code: 'Code' }}>
      <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        Set up your authenticator app
      </h3>
      <p className="text-sm">
        <strong>1.</strong> Scan this picture with an authenticator app on your phone. On the phone itself,{' '}
        <a href={setup.otpauthUrl} className="prose-link">
          open the app
        </a>
        .
      </p>
      <div className="flex flex-wrap items-center gap-6">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(setup.qrSvg)}`}
          alt="QR code for your authenticator app"
          width={192}
          height={192}
          className="size-48 shrink-0 rounded-lg border border-line"
        />
        <div className="min-w-0 flex-1 basis-64 space-y-3 text-sm">
          <p className="text-muted">If you cannot scan it, type this key into the app:</p>
          <code className="block rounded-lg bg-sunken px-3 py-2 wrap-anywhere">{inGroups(setup.secret)}</code>
          <CopyButton text={setup.secret} done="The key is copied.">
            Copy the key
          </CopyButton>
        </div>
      </div>
      <p className="text-sm">
        <strong>2.</strong> Enter the code that the app shows. Every other device is signed out then, and
        signs in with a code next time.
      </p>
      <CodeField field={form.field('code')} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={form.pending}>
          Turn it on
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </Form>
  );
}

/** Four letters at a time are easier to type. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
