import type { AuditEntry } from '@portico/client';
import { deviceName } from '@portico/shared/device-name';
import { History, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { eventText, isWarning } from '../lib/event-text.ts';
import { TimeAgo } from './time-ago.tsx';

/** One entry of the log: what happened, to whom where that is said, from where, and when. */
export function EventRow({ entry, children }: { entry: AuditEntry; children?: ReactNode }) {
  const warns = isWarning(entry.event);
  const Icon = warns ? ShieldAlert : History;
  const origin = [deviceName(entry.userAgent), entry.address].filter(Boolean).join(', ');
  return (
    <div className="flex items-start gap-3 py-3">
      <Icon
        aria-hidden
        className={warns ? 'mt-0.5 size-5 shrink-0 text-warning' : 'mt-0.5 size-5 shrink-0 text-muted'}
      />
      <div className="min-w-0 flex-1">
        <p className="wrap-break-word font-medium text-sm">{eventText(entry)}</p>
        {children}
        <p className="wrap-break-word text-muted text-xs">
          {origin} · <TimeAgo time={entry.at} />
        </p>
      </div>
    </div>
  );
}
