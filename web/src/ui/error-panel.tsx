import { CloudAlert } from 'lucide-react';
import { errorText, requestIdOf } from '../lib/error-text.ts';
import { isProblem } from '../lib/problems.ts';
import { Button } from './button.tsx';
import { MessagePanel } from './message-panel.tsx';
import { SignInAgain } from './sign-in-again.tsx';

interface ErrorPanelProps {
  error: unknown;
  onRetry: () => void;
  pending?: boolean;
  level?: 1 | 2;
}

/** What failed, in words for a visitor, and a way to try again. */
export function ErrorPanel({ error, onRetry, pending = false, level = 2 }: ErrorPanelProps) {
  const requestId = requestIdOf(error);
  return (
    <MessagePanel
      level={level}
      icon={CloudAlert}
      title="This could not be loaded"
      action={
        isProblem(error, 'unauthenticated') ? (
          <SignInAgain />
        ) : (
          <Button variant="primary" onClick={onRetry} pending={pending}>
            Try again
          </Button>
        )
      }
    >
      <p role="alert">{errorText(error)}</p>
      {requestId && <p className="mt-2 text-xs">Reference for support: {requestId}</p>}
    </MessagePanel>
  );
}
