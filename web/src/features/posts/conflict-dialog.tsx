import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import type { PostValues } from './post-values.ts';

/** Two versions of one post that grew apart. */
export interface Conflict {
  readonly mine: PostValues;
  readonly theirs: PostValues;
}

interface ConflictDialogProps {
  conflict: Conflict | undefined;
  onOverwrite: (conflict: Conflict) => void;
  onTakeTheirs: (conflict: Conflict) => void;
  onClose: () => void;
}

/** Asks which of two versions goes on. Whatever is chosen, neither text is lost. */
export function ConflictDialog({ conflict, onOverwrite, onTakeTheirs, onClose }: ConflictDialogProps) {
  return (
    <Dialog
      wide
      open={conflict !== undefined}
      onClose={onClose}
      title="There is a newer version of this post"
      description="It was saved somewhere else while you were writing. Nothing is lost: compare the two and choose with which to go on."
    >
      {conflict && (
        <>
          <div className="mt-4 grid gap-4 sm:grid-cols-2">
            <Version title="Yours" values={conflict.mine} />
            <Version title="The newer one" values={conflict.theirs} />
          </div>
          <DialogActions>
            <Button variant="quiet" onClick={onClose}>
              Back to my text
            </Button>
            <Button onClick={() => onTakeTheirs(conflict)}>Go on with the newer one</Button>
            <Button variant="primary" onClick={() => onOverwrite(conflict)}>
              Save mine over it
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

function Version({ title, values }: { title: string; values: PostValues }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="font-semibold text-sm">{title}</h3>
      <div
        {...scrollable}
        className="mt-1.5 max-h-64 wrap-anywhere overflow-y-auto rounded-lg border border-line bg-sunken p-3 text-sm"
      >
        <p className="font-medium">{values.title}</p>
        {values.tags && <p className="text-muted text-xs">{values.tags}</p>}
        <p className="mt-2 whitespace-pre-wrap">{values.body}</p>
      </div>
    </section>
  );
}
