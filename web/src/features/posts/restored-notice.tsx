import { timeAgo } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import type { Form } from '../../ui/form/use-form.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PostValues } from './post-values.ts';

/** Says that what is on show was typed in an earlier visit, and lets it go. */
export function RestoredNotice({ form }: { form: Form<PostValues> }) {
  if (!form.restoredAt) return null;
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
