import type { ManagedUser } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { Ellipsis, History, Lock, LockOpen, UserRound, UserRoundCog } from 'lucide-react';
import { useState } from 'react';
import { useUser } from '../../lib/session.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Menu, MenuAction, MenuLink, MenuSeparator } from '../../ui/menu.tsx';
import { useAdministration } from './use-administration.ts';

/** What an administrator may do with somebody, each after a question. */
export function UserActions({ user }: { user: ManagedUser }) {
  const [asking, setAsking] = useState<'role' | 'shut' | 'open'>();
  const { setRole, disable, enable } = useAdministration(user);
  const isOneself = useUser()?.id === user.id;
  const close = () => setAsking(undefined);
  const isAdmin = user.role === 'admin';
  const opens = user.standing !== 'active';
  return (
    <>
      <Menu label={`Actions for ${user.username}`} trigger={<Ellipsis aria-hidden className="size-5" />}>
        <MenuLink icon={History} link={<Link to="/admin/events" search={{ user: user.id }} />}>
          What happened
        </MenuLink>
        <MenuSeparator />
        <MenuAction icon={isAdmin ? UserRound : UserRoundCog} onSelect={() => setAsking('role')}>
          {isAdmin ? 'Make a plain user' : 'Make an administrator'}
        </MenuAction>
        {opens && (
          <MenuAction icon={LockOpen} onSelect={() => setAsking('open')}>
            {user.standing === 'leaving' ? 'Keep the account' : 'Open again'}
          </MenuAction>
        )}
        {user.standing !== 'disabled' && !isOneself && (
          <MenuAction icon={Lock} onSelect={() => setAsking('shut')}>
            Shut the account
          </MenuAction>
        )}
      </Menu>
      <ConfirmDialog
        open={asking === 'role'}
        onClose={close}
        title={isAdmin ? `Make ${user.username} a plain user?` : `Make ${user.username} an administrator?`}
        description={
          isAdmin
            ? `${isOneself ? 'You' : 'They'} will not be able to manage users and products any more.`
            : 'They will be able to manage users and products, and to read the audit log.'
        }
        confirmLabel={isAdmin ? 'Make a plain user' : 'Make an administrator'}
        harmless={!isAdmin}
        onConfirm={setRole}
      />
      <ConfirmDialog
        open={asking === 'shut'}
        onClose={close}
        title={`Shut the account of ${user.username}?`}
        description="They are signed out everywhere at once, and cannot sign in until you open it again. Nothing of theirs is deleted."
        confirmLabel="Shut the account"
        onConfirm={disable}
      />
      <ConfirmDialog
        open={asking === 'open'}
        onClose={close}
        title={`Open the account of ${user.username} again?`}
        description="They can sign in as before. If they had asked for its deletion, it is kept."
        confirmLabel="Open the account"
        harmless
        onConfirm={enable}
      />
    </>
  );
}
