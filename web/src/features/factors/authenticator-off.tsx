import type { TotpSetup } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Smartphone } from 'lucide-react';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

/** No authenticator yet: how to begin. */
export function AuthenticatorOff({ onBegin }: { onBegin: (setup: TotpSetup) => void }) {
  const { mutate, isPending } = useMutation(
    api.factors.beginTotp.mutationOptions({
      onSuccess: onBegin,
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return (
    <Button variant="primary" pending={isPending} onClick={() => mutate()}>
      <Smartphone aria-hidden className="size-4" />
      Set up an authenticator app
    </Button>
  );
}
