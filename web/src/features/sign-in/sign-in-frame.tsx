import { type ReactNode, useEffect, useRef } from 'react';
import { Logo } from '../../ui/logo.tsx';
import { Page } from '../../ui/page.tsx';

interface SignInFrameProps {
  title: string;
  /** What the page is for, in a sentence or two. */
  lead?: ReactNode;
  /** Takes the focus to the title: for what replaces a form that was sent. */
  announced?: boolean;
  children?: ReactNode;
  /** The other way in, below the form. */
  footer?: ReactNode;
}

/** The quiet card around everything that leads into an account. */
export function SignInFrame({ title, lead, announced = false, children, footer }: SignInFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (announced) heading.current?.focus();
  }, [announced]);
  return (
    <Page width="form">
      <div className="space-y-6 rounded-2xl sm:border sm:border-line sm:bg-surface sm:p-8 sm:shadow-raised">
        <div>
          <Logo className="mb-5 size-10" />
          <h1 ref={heading} tabIndex={announced ? -1 : undefined} className="text-xl outline-none">
            {title}
          </h1>
          {lead && <div className="mt-2 space-y-3 text-muted text-sm wrap-break-word">{lead}</div>}
        </div>
        {children}
      </div>
      {footer && <p className="mt-6 text-center text-muted text-sm">{footer}</p>}
    </Page>
  );
}
