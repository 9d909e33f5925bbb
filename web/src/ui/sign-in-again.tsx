import { Link, useLocation } from '@tanstack/react-router';
import { buttonClass } from './button.tsx';

/** Leads to the login page and back to where one is. */
export function SignInAgain() {
  const from = useLocation({ select: ({ href }) => href });
  return (
    <Link to="/login" search={{ from }} className={buttonClass({ variant: 'primary', size: 'small' })}>
      Log in
    </Link>
  );
}
