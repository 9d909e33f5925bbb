import type { User } from '@portico/client';
import { useQuery } from '@tanstack/react-query';
import { MailOpen, X } from 'lucide-react';
import { useState } from 'react';
import { sessionQuery } from '../../lib/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { dismissNotice, isNoticeDismissed } from './dismissed-notice.ts';
import { SendVerification } from './send-verification.tsx';

/** Reminds of the mail that confirms the address, at the window's lower edge, where it moves nothing. */
export default function UnverifiedNotice({ user }: { user: User }) {
  const [isDismissed, setDismissed] = useState(() => isNoticeDismissed(user.id));
  // The link is opened in another tab: coming back from there, this one learns of it.
  useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' });
  if (isDismissed) return null;

  const dismiss = () => {
    dismissNotice(user.id);
    setDismissed(true);
  };
  return (
    <aside
      aria-label="Your e-mail address"
      className="sticky bottom-0 z-10 border-line border-t bg-canvas/95 backdrop-blur"
    >
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm sm:flex-nowrap sm:px-6">
        <MailOpen aria-hidden className="size-5 shrink-0 text-accent max-sm:hidden" />
        <p className="min-w-0 flex-1 basis-60 wrap-break-word">
          Please confirm your e-mail address: open the link that we mailed to{' '}
          <span className="font-medium">{user.email}</span>.
        </p>
        <SendVerification size="small" />
        <IconButton label="Not now" onClick={dismiss} className="-mr-3 ml-auto">
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
    </aside>
  );
}
