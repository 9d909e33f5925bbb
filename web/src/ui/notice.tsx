import { Info } from 'lucide-react';
import type { ReactNode } from 'react';

/** A calm remark above content, with what can be done about it. */
export function Notice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-accent-soft px-4 py-3 text-sm"
    >
      <Info aria-hidden className="size-5 shrink-0 text-accent" />
      <p className="wrap-anywhere min-w-0 flex-1 basis-60">{children}</p>
      {action}
    </div>
  );
}
