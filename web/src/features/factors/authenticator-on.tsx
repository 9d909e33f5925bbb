import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { dayOf } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { refreshFactors } from './factors.queries.ts';

interface AuthenticatorOnProps {
  since: Date;
  codesLeft: number;
  onCodes: (recoveryCodes: readonly string[]) => void;
}

/** So few recovery codes are worth a word, so that nobody is left without any. */
const few = 3;

/** An authenticator is asked for: new recovery codes, and the way back. */
export function AuthenticatorOn({ since, codesLeft, onCodes }: AuthenticatorOnProps) {
  const [asking, setAsking] = useState<'renew' | 'remove'>();
  const close = () => setAsking(undefined);
  const renewal = useMutation(api.factors.renewRecoveryCodes.mutationOptions());
  const removal = useMutation(api.factors.removeTotp.mutationOptions());

  const renew = async () => {
    const { recoveryCodes } = await renewal.mutateAsync();
    onCodes(recoveryCodes);
    void refreshFactors();
  };
  const remove = async () => {
    await removal.mutateAsync({});
    await refreshFactors();
    toast('Two-step sign-in is off.');
  };

  return (
    <>
      <p className="text-sm">
        Your authenticator app is asked for a code since {dayOf(since)}.{' '}
        <span className={codesLeft <= few ? 'font-medium text-warning' : 'text-muted'}>
          {codesLeft === 1 ? 'One recovery code is left.' : `${codesLeft} recovery codes are left.`}
        </span>
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button onClick={() => setAsking('renew')}>New recovery codes</Button>
        <Button onClick={() => setAsking('remove')}>Turn it off</Button>
      </div>
      <ConfirmDialog
        open={asking === 'renew'}
        onClose={close}
        title="Make new recovery codes?"
        description="You get ten new ones. Those that you kept before work no more."
        confirmLabel="Make new codes"
        harmless
        onConfirm={renew}
      />
      <ConfirmDialog
        open={asking === 'remove'}
        onClose={close}
        title="Turn two-step sign-in off?"
        description="Your password alone signs in from then on. Your recovery codes go, too, and every other device is signed out."
        confirmLabel="Turn it off"
        onConfirm={remove}
      />
    </>
  );
}
