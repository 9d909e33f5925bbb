import { Link } from '@tanstack/react-router';
import { OtherServices } from './other-services.tsx';

/** The ways in without a password: by mail, or by another service that vouches for one. */
export function OtherWays({ from }: { from: string | undefined }) {
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm">
        <Link to="/forgot-password" className="prose-link">
          Forgot your password?
        </Link>
        <Link to="/magic-link" className="prose-link">
          E-mail me a link
        </Link>
      </p>
      <OtherServices from={from} />
    </div>
  );
}
