import type { Connection } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { toast } from '../../ui/toast.tsx';
import { myConnectionsQuery } from './connections.queries.ts';

interface ConnectionRowProps {
  connection: Connection;
  /** What people call the service. */
  name: string;
}

/** An account elsewhere that signs the user in, and how to end that. */
export function ConnectionRow({ connection, name }: ConnectionRowProps) {
  const { provider, subject, label, lastUsedAt } = connection;
  const [asking, setAsking] = useState(false);
  const { mutateAsync } = useMutation(api.connections.remove.mutationOptions());
  const remove = async () => {
    await mutateAsync({ provider, subject });
    await queryClient.invalidateQueries(myConnectionsQuery());
    toast(`${name} does not sign you in any more.`);
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium text-sm">
          {name} · {label}
        </p>
        <p className="text-muted text-xs">
          Last used <TimeAgo time={lastUsedAt} />
        </p>
      </div>
      <Button size="small" onClick={() => setAsking(true)} aria-label={`Remove ${name}, ${label}`}>
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${name}?`}
        description={`${label} will not sign you in any more. You can connect it again at any time.`}
        confirmLabel="Remove it"
        onConfirm={remove}
      />
    </div>
  );
}
