import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface MessagePanelProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  /** What a visitor can do now. */
  action?: ReactNode;
  /** The level of the title; 1 where the panel is the page. */
  level?: 1 | 2;
}

/** A calm box in the place of content: nothing here yet, nothing found, something failed. */
export function MessagePanel({ icon: Icon, title, children, action, level = 2 }: MessagePanelProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-line border-dashed px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden className="size-6" />
      </span>
      <Heading className="text-lg">{title}</Heading>
      {children && <div className="max-w-prose text-muted text-sm">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
