import type { Connection } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

interface ProviderRowProps {
  provider: { readonly id: Connection['provider']; readonly name: string };
}

/** A service that is not connected yet; connecting leaves the site for it. */
export function ProviderRow({ provider }: ProviderRowProps) {
  const { mutate, isPending, isSuccess } = useMutation(
    api.connections.connect.mutationOptions({
      onSuccess: ({ url }) => location.assign(url),
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div>
        <p className="font-medium text-sm">{provider.name}</p>
        <p className="text-muted text-xs">Not connected</p>
      </div>
      <Button
        size="small"
        // Until the browser has gone.
        pending={isPending || isSuccess}
        onClick={() => mutate({ provider: provider.id })}
        aria-label={`Connect ${provider.name}`}
      >
        Connect
      </Button>
    </div>
  );
}
