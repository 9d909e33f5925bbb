import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** A sentence on what it is for. */
  description?: ReactNode;
  /** Stands at the end of the title's line, such as a badge. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page in a box of its own, under a heading. */
export function Section({ title, description, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface p-5 sm:p-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {aside}
      </div>
      {description && <div className="mt-2 max-w-prose text-pretty text-muted text-sm">{description}</div>}
      <div className="mt-6">{children}</div>
    </section>
  );
}
