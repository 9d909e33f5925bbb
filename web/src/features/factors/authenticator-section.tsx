import type { FactorStatus, TotpSetup } from '@portico/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { Section } from '../../ui/section.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { AuthenticatorOff } from './authenticator-off.tsx';
import { AuthenticatorOn } from './authenticator-on.tsx';
import { factorsQuery } from './factors.queries.ts';
import { RecoveryCodesList } from './recovery-codes-list.tsx';
import { TotpSetupForm } from './totp-setup-form.tsx';

/** What is shown instead of how the account stands. */
type Step = { readonly setup: TotpSetup } | { readonly recoveryCodes: readonly string[] };

/** The second step of signing in: set it up, renew its recovery codes, remove it. */
export function AuthenticatorSection() {
  const query = useQuery(factorsQuery());
  const isOn = Boolean(query.data?.totpConfirmedAt);
  return (
    <Section
      title="Two-step sign-in"
      description="After your password, signing in also asks for a code from an app on your phone: a stolen password alone is then of no use."
      aside={query.data && <Badge tone={isOn ? 'success' : 'neutral'}>{isOn ? 'On' : 'Off'}</Badge>}
    >
      {query.isPending ? (
        <Loading label="Loading: two-step sign-in">
          <Skeleton className="h-11 w-56" />
        </Loading>
      ) : query.data ? (
        <Authenticator status={query.data} />
      ) : (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} pending={query.isFetching} />
      )}
    </Section>
  );
}

function Authenticator({ status }: { status: FactorStatus }) {
  const [step, setStep] = useState<Step>();
  const done = () => {
    setStep(undefined);
    keepFocus();
  };
  const showCodes = (recoveryCodes: readonly string[]) => setStep({ recoveryCodes });
  if (step && 'recoveryCodes' in step) return <RecoveryCodesList codes={step.recoveryCodes} onDone={done} />;
  if (step) return <TotpSetupForm setup={step.setup} onCodes={showCodes} onCancel={done} />;
  const since = status.totpConfirmedAt;
  if (!since) return <AuthenticatorOff onBegin={(setup) => setStep({ setup })} />;
  return <AuthenticatorOn since={since} codesLeft={status.recoveryCodesLeft} onCodes={showCodes} />;
}
