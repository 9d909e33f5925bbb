import type { Device } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { AppWindow, MonitorSmartphone } from 'lucide-react';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { queryClient } from '../../lib/query-client.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { toast } from '../../ui/toast.tsx';
import { devicesQuery } from './devices.queries.ts';

/** One device that is signed in, and how to sign it out. */
export function DeviceRow({ device }: { device: Device }) {
  const Icon = device.kind === 'browser' ? MonitorSmartphone : AppWindow;
  const { mutate, isPending } = useMutation(
    api.accounts.revokeSession.mutationOptions({
      async onSuccess() {
        await queryClient.invalidateQueries(devicesQuery());
        toast(`${device.name} is signed out.`);
      },
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return (
    <div className="flex items-center gap-3 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          {device.name}
          {device.current && <Badge tone="success">This device</Badge>}
        </p>
        <p className="wrap-break-word text-muted text-xs">
          From {device.address} · signed in <TimeAgo time={device.createdAt} /> · last used{' '}
          <TimeAgo time={device.lastUsedAt} />
        </p>
      </div>
      {!device.current && (
        <Button
          size="small"
          pending={isPending}
          onClick={() => mutate({ id: device.id })}
          aria-label={`Sign out ${device.name}, ${device.address}`}
        >
          Sign out
        </Button>
      )}
    </div>
  );
}
