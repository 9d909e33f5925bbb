import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';

/** A grey bar in the place of what is still loading. Its size comes by class names. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-pulse rounded-md bg-sunken', className)} />;
}

/** Tells a screen reader that something loads, while skeletons show it to everybody else. */
export function Loading({ label = 'Loading', children }: { label?: string; children: ReactNode }) {
  return (
    <div aria-busy>
      <span role="status" className="sr-only">
        {label}
      </span>
      {children}
    </div>
  );
}
