import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { useUser } from '../../lib/session.ts';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

interface SendVerificationProps {
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
  className?: string;
}

/** Mails the signed-in user another link that confirms their address. */
export function SendVerification(look: SendVerificationProps) {
  const user = useUser();
  const { mutate, isPending } = useMutation(
    api.accounts.sendVerification.mutationOptions({
      onSuccess: () => toast(`A new link is on its way to ${user?.email}.`),
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return (
    <Button {...look} pending={isPending} onClick={() => mutate(undefined)}>
      Send again
    </Button>
  );
}
