import type { User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { FileImage, History, LogOut, NotebookPen, Package, PenLine, Settings, Users } from 'lucide-react';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/error-text.ts';
import { changeSession } from '../../lib/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu, MenuAction, MenuLink, MenuSeparator } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';

export default function AccountMenu({ user }: { user: User }) {
  const logOut = useLogOut();
  return (
    <Menu label={`Account of ${user.name}`} trigger={<Avatar name={user.name} picture={user.avatar} />}>
      <div className="px-3 py-2 text-sm">
        <p className="font-semibold">{user.name}</p>
        <p className="text-muted">@{user.username}</p>
      </div>
      <MenuSeparator />
      <MenuLink icon={PenLine} link={<Link to="/write" />}>
        Write a post
      </MenuLink>
      <MenuLink icon={NotebookPen} link={<Link to="/me/posts" />}>
        My posts
      </MenuLink>
      <MenuLink icon={FileImage} link={<Link to="/me/files" />}>
        My files
      </MenuLink>
      <MenuLink icon={Settings} link={<Link to="/settings" />}>
        Settings
      </MenuLink>
      {user.role === 'admin' && <AdminLinks />}
      <MenuSeparator />
      <MenuAction icon={LogOut} onSelect={logOut}>
        Log out
      </MenuAction>
    </Menu>
  );
}

function AdminLinks() {
  return (
    <>
      <MenuSeparator />
      <MenuLink icon={Package} link={<Link to="/admin/products" />}>
        Manage products
      </MenuLink>
      <MenuLink icon={Users} link={<Link to="/admin/users" />}>
        Manage users
      </MenuLink>
      <MenuLink icon={History} link={<Link to="/admin/events" />}>
        Audit log
      </MenuLink>
    </>
  );
}

function useLogOut(): () => void {
  const router = useRouter();
  const { mutate } = useMutation(
    api.accounts.logout.mutationOptions({
      async onSuccess() {
        await router.navigate({ to: '/' });
        changeSession(null);
        toast('You are logged out.');
      },
      onError: (error) => toast(errorText(error), 'danger'),
    }),
  );
  return () => mutate(undefined);
}
