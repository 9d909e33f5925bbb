import { Link } from '@tanstack/react-router';

/** The way back for owners who asked for the deletion of their account. */
export function ShutAccount() {
  return (
    <p className="text-sm">
      If you asked for its deletion yourself, you can still{' '}
      <Link to="/keep-account" className="prose-link">
        keep your account
      </Link>
      .
    </p>
  );
}
