import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo.tsx';
import { Page } from '../../ui/page.tsx';

interface SignInFrameProps {
  title: string;
  children: ReactNode;
  /** The other way in, below the form. */
  footer: ReactNode;
}

/** The quiet card around logging in and signing up. */
export function SignInFrame({ title, children, footer }: SignInFrameProps) {
  return (
    <Page width="form">
      <div className="rounded-2xl sm:border sm:border-line sm:bg-surface sm:p-8 sm:shadow-raised">
        <Logo className="mb-5 size-10" />
        <h1 className="mb-6 text-xl">{title}</h1>
        {children}
      </div>
      <p className="mt-6 text-center text-muted text-sm">{footer}</p>
    </Page>
  );
}
