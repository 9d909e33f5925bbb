import type { ManagedUser } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { sessionQuery, useUser } from '../../lib/session.ts';
import { toast } from '../../ui/toast.tsx';
import { refreshAdministration } from './admin.queries.ts';

/** What an administrator does with one user; each rejects where it is refused. */
interface Administration {
  /** Makes an administrator of a user, and the other way round. */
  setRole(): Promise<void>;
  disable(): Promise<void>;
  enable(): Promise<void>;
}

export function useAdministration({ id, username, role }: ManagedUser): Administration {
  const router = useRouter();
  const isOneself = useUser()?.id === id;
  const roleChange = useMutation(api.admin.setRole.mutationOptions());
  const shutting = useMutation(api.admin.disable.mutationOptions());
  const opening = useMutation(api.admin.enable.mutationOptions());
  return {
    async setRole() {
      const wanted = role === 'admin' ? 'user' : 'admin';
      await roleChange.mutateAsync({ id, role: wanted });
      toast(wanted === 'admin' ? `${username} is an administrator.` : `${username} is a plain user.`);
      if (!isOneself) return refreshAdministration();
      await router.navigate({ to: '/' });
      await queryClient.invalidateQueries(sessionQuery);
    },
    async disable() {
      await shutting.mutateAsync({ id });
      await refreshAdministration();
      toast(`The account of ${username} is shut.`);
    },
    async enable() {
      await opening.mutateAsync({ id });
      await refreshAdministration();
      toast(`The account of ${username} is open again.`);
    },
  };
}
