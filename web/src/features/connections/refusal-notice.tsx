import type { Refusal } from '@portico/shared/connections';
import { useLocation } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';

/** Why connecting did not work, as the server says it in the address. */
const texts: Record<Refusal, string> = {
  cancelled: 'You cancelled at the other service. Nothing has changed.',
  failed: 'The other service did not confirm who you are. Try again.',
  email_taken: 'Another account here has the e-mail address of that account.',
  no_email: 'The other service did not tell us an e-mail address.',
  connected_elsewhere: 'That account already signs in to another account here. Remove it there first.',
  account_disabled: 'This account is shut.',
  email_unverified: 'The e-mail address of that account is not confirmed yet.',
};

/** Says why somebody came back from another service without being connected. */
export function RefusalNotice() {
  const hash = useLocation({ select: (location) => location.hash });
  const refusal = new URLSearchParams(hash).get('refused');
  if (refusal === null) return null;
  return (
    <p role="alert" className="mb-6 flex gap-3 rounded-lg bg-danger-soft p-4 text-sm">
      <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      {isRefusal(refusal) ? texts[refusal] : texts.failed}
    </p>
  );
}

function isRefusal(text: string): text is Refusal {
  return Object.hasOwn(texts, text);
}
