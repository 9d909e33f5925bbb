import { timeAgo } from '../../lib/time.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import type { Form } from './use-form.ts';

/** Says that what is on show was typed in an earlier visit, and lets it go. */
export function RestoredNotice<Values>({ form }: { form: Form<Values> }) {
  if (!form.restoredAt || !form.changed) return null;
  return (
    <Notice
      action={
        <Button size="small" onClick={() => form.reset()}>
          Discard them
        </Button>
      }
    >
      Here are your unsaved changes, kept in this browser {timeAgo(form.restoredAt)}.
    </Notice>
  );
}
