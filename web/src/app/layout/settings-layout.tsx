import { Link, Outlet } from '@tanstack/react-router';
import { Database, History, Link2, type LucideIcon, ShieldCheck, UserRound } from 'lucide-react';
import { Page, PageHeader } from '../../ui/page.tsx';

const linkClass =
  'flex min-h-11 items-center gap-2.5 rounded-lg px-3 font-medium text-sm whitespace-nowrap transition-colors duration-150';
const activeProps = { className: 'bg-accent-soft text-accent-strong' };
const inactiveProps = { className: 'text-muted hover:bg-sunken hover:text-ink' };
/** The profile's address begins those of all others. */
const exact = { exact: true, includeSearch: false };

/** Everything about one's own account: where to go on the left, what is chosen on the right; on phones one above the other. */
export function SettingsLayout() {
  return (
    <Page>
      <PageHeader title="Settings" />
      <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-10">
        <nav aria-label="Settings" className="lg:sticky lg:top-24 lg:self-start">
          <ul className="flex flex-wrap gap-1 lg:flex-col">
            <SettingsLink icon={UserRound} to="/settings" label="Profile" />
            <SettingsLink icon={ShieldCheck} to="/settings/security" label="Security" />
            <SettingsLink icon={Link2} to="/settings/connections" label="Connections" />
            <SettingsLink icon={History} to="/settings/activity" label="Activity" />
            <SettingsLink icon={Database} to="/settings/data" label="Your data" />
          </ul>
        </nav>
        <div className="min-w-0 max-w-3xl">
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

interface SettingsLinkProps {
  icon: LucideIcon;
  to: '/settings' | '/settings/security' | '/settings/connections' | '/settings/activity' | '/settings/data';
  label: string;
}

function SettingsLink({ icon: Icon, to, label }: SettingsLinkProps) {
  return (
    <li>
      <Link
        to={to}
        activeOptions={exact}
        activeProps={activeProps}
        inactiveProps={inactiveProps}
        className={linkClass}
      >
        <Icon aria-hidden className="size-4 shrink-0 max-sm:hidden" />
        {label}
      </Link>
    </li>
  );
}
