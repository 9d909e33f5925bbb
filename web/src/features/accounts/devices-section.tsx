import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { isProblem } from '../../lib/problems.ts';
import { queryClient } from '../../lib/query-client.ts';
import { askForProof } from '../../lib/reauthentication.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { DeviceRow } from './device-row.tsx';
import { devicesQuery } from './devices.queries.ts';

/** Where one is signed in: browsers and apps alike. */
export function DevicesSection() {
  return (
    <Section
      title="Devices"
      description="Browsers and apps where you are signed in. Sign out those that you do not know or no longer use."
    >
      <DeviceList />
    </Section>
  );
}

function DeviceList() {
  const query = useQuery(devicesQuery());
  if (query.isPending) {
    return (
      <Loading label="Loading: devices">
        <Skeleton className="mb-3 h-12" />
        <Skeleton className="h-12" />
      </Loading>
    );
  }
  if (!query.data && isProblem(query.error, 'reauthentication_required')) {
    return <ProofNeeded pending={query.isFetching} onProved={() => void query.refetch()} />;
  }
  if (!query.data) {
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} pending={query.isFetching} />;
  }
  const { items } = query.data;
  const hasOthers = items.some((device) => !device.current);
  return (
    <>
      <ul aria-label="Devices" className="divide-y divide-line">
        {items.map((device) => (
          <li key={device.id}>
            <DeviceRow device={device} />
          </li>
        ))}
      </ul>
      {hasOthers ? (
        <SignOutOthers />
      ) : (
        <p className="mt-2 text-muted text-sm">You are signed in nowhere else.</p>
      )}
    </>
  );
}

function ProofNeeded({ pending, onProved }: { pending: boolean; onProved: () => void }) {
  const ask = async () => {
    if (await askForProof()) onProved();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-sunken p-4 text-sm">
      <p className="min-w-0 flex-1 basis-56">
        You logged in a while ago. Confirm that it is still you to see your devices.
      </p>
      <Button size="small" pending={pending} onClick={() => void ask()}>
        Show my devices
      </Button>
    </div>
  );
}

function SignOutOthers() {
  const [asking, setAsking] = useState(false);
  const { mutateAsync } = useMutation(api.accounts.revokeOtherSessions.mutationOptions());
  const signOut = async () => {
    await mutateAsync();
    await queryClient.invalidateQueries(devicesQuery());
    toast('Every other device is signed out.');
  };
  return (
    <div className="mt-4">
      <Button onClick={() => setAsking(true)}>Sign out all other devices</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Sign out all other devices?"
        description="You stay signed in here. Everywhere else you have to log in again."
        confirmLabel="Sign them out"
        onConfirm={signOut}
      />
    </div>
  );
}
