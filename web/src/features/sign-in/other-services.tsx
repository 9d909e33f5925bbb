import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { providersQuery } from '../../lib/providers.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { ownPath } from './own-path.ts';

/** A button for each service; nothing where none is configured. */
export function OtherServices({ from }: { from: string | undefined }) {
  const { data } = useQuery(providersQuery());
  const { mutate, isPending, variables } = useMutation(
    api.connections.begin.mutationOptions({
      onSuccess: ({ url }) => location.assign(url),
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  if (!data?.items.length) return null;
  return (
    <div className="space-y-3">
      <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {data.items.map(({ id, name }) => (
        <Button
          key={id}
          pending={isPending && variables.provider === id}
          onClick={() => mutate({ provider: id, returnTo: ownPath(from) })}
          className="w-full"
        >
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
