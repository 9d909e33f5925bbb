import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  /** Name of the button for those who cannot see what it shows. */
  label: string;
  trigger: ReactNode;
  children: ReactNode;
}

const itemClass =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 text-sm outline-none data-highlighted:bg-sunken';

/** A button that opens a list of actions. */
export function Menu({ label, trigger, children }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger
        aria-label={label}
        className="grid size-11 place-items-center rounded-full hover:bg-sunken"
      >
        {trigger}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner align="end" sideOffset={6} className="z-40 outline-none">
          <BaseMenu.Popup className="min-w-60 rounded-xl border border-line bg-surface p-1.5 shadow-floating outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** An entry that leads to another page. */
export function MenuLink({
  link,
  icon: Icon,
  children,
}: {
  link: ReactElement;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <BaseMenu.LinkItem render={link} closeOnClick className={itemClass}>
      <Icon aria-hidden className="size-4 text-muted" />
      {children}
    </BaseMenu.LinkItem>
  );
}

/** An entry that does something. */
export function MenuAction({
  onSelect,
  icon: Icon,
  children,
}: {
  onSelect: () => void;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <BaseMenu.Item onClick={onSelect} className={itemClass}>
      <Icon aria-hidden className="size-4 text-muted" />
      {children}
    </BaseMenu.Item>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="mx-3 my-1.5 h-px bg-line" />;
}
