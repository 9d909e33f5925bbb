import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface CheckMailProps {
  title?: string;
  /** What was mailed, and to whom. */
  children: ReactNode;
  /** What the way back says. */
  backLabel: string;
  onBack: () => void;
}

/** Says that the next step waits in the mail. */
export function CheckMail({ title = 'Check your mail', children, backLabel, onBack }: CheckMailProps) {
  const lead = (
    <>
      {children}
      <p>Nothing there after a minute or two? Look among the spam, and check the address for a typo.</p>
    </>
  );
  return (
    <SignInFrame title={title} lead={lead} announced>
      <Button onClick={onBack} className="w-full">
        {backLabel}
      </Button>
    </SignInFrame>
  );
}
