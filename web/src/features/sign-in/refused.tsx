import type { Refusal } from '@portico/shared/connections';
import { CircleAlert } from 'lucide-react';
import { useFragment } from './use-fragment.ts';

/** Why another service led to no login, and what to do about it. */
const texts: Record<Refusal, string> = {
  cancelled: 'You left the other service before it was done. Try again, or log in another way.',
  failed: 'The other service did not confirm who you are. Try again, or log in another way.',
  email_taken:
    'An account with this e-mail address exists already. Log in to it as you usually do, and connect the other service in your settings.',
  no_email: 'The other service gave no e-mail address, and an account needs one. Sign up here instead.',
  connected_elsewhere: 'This account of the other service belongs to another account here.',
  account_disabled: 'This account is shut.',
  email_unverified:
    'The e-mail address of this account is not confirmed yet. Open the link that was mailed to it, then log in again.',
};

/** Says why another service led to no login, where the address says that it did not. */
export function Refused() {
  const refusal = useFragment().get('refused');
  if (refusal === null) return null;
  const text = isRefusal(refusal) ? texts[refusal] : texts.failed;
  return (
    <div role="alert" className="flex gap-3 rounded-lg border border-danger/40 bg-danger-soft p-4 text-sm">
      <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      <p>{text}</p>
    </div>
  );
}

function isRefusal(text: string): text is Refusal {
  return Object.hasOwn(texts, text);
}
