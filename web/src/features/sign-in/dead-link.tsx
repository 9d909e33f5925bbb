import type { ReactNode } from 'react';
import { SignInFrame } from './sign-in-frame.tsx';

interface DeadLinkProps {
  /** The way to a new one. */
  action: ReactNode;
  /** What to do, in a sentence. */
  children: ReactNode;
}

/** Says that a mailed link opens nothing, and how to come by a new one. */
export function DeadLink({ action, children }: DeadLinkProps) {
  const lead = (
    <>
      <p>It is too old, was used already, or is not complete: each link works once.</p>
      <p>{children}</p>
    </>
  );
  return (
    <SignInFrame title="This link does not work any more" lead={lead} announced>
      {action}
    </SignInFrame>
  );
}
