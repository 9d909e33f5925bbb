import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';

interface PageProps {
  /** How wide its column is: a text, a form, or the whole grid. */
  width?: 'form' | 'reading' | 'wide';
  children: ReactNode;
}

const widths = {
  form: 'max-w-md',
  reading: 'max-w-2xl',
  wide: 'max-w-6xl',
};

/** The column that holds a page. */
export function Page({ width = 'wide', children }: PageProps) {
  return (
    <div className={classNames('mx-auto w-full px-4 py-8 sm:px-6 sm:py-12', widths[width])}>{children}</div>
  );
}

interface PageHeaderProps {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** A page's title, a sentence about it, and its main action. */
export function PageHeader({ title, children, action }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-2xl wrap-break-word">{title}</h1>
        {children && <div className="mt-2 max-w-prose text-muted">{children}</div>}
      </div>
      {action}
    </header>
  );
}
