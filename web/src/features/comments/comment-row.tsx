import type { Comment } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { toast } from '../../ui/toast.tsx';
import { takeEvent } from './take-event.ts';

/** A comment, with a way to delete it for those who may. */
export function CommentRow({ comment, mayDelete }: { comment: Comment; mayDelete: boolean }) {
  const { author } = comment;
  return (
    <article className="flex gap-3 py-5">
      <Avatar name={author.name} picture={author.avatar} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
          <Link
            to="/authors/$username"
            params={{ username: author.username }}
            className="wrap-anywhere rounded-sm font-medium text-ink hover:underline"
          >
            {author.name}
          </Link>
          <span aria-hidden>·</span>
          <TimeAgo time={comment.createdAt} />
        </p>
        <p dir="auto" className="wrap-break-word mt-1 whitespace-pre-line">
          {comment.body}
        </p>
      </div>
      {mayDelete && <DeleteComment comment={comment} />}
    </article>
  );
}

function DeleteComment({ comment: { id, postId, author } }: { comment: Comment }) {
  const [asking, setAsking] = useState(false);
  const { mutateAsync } = useMutation(api.comments.delete.mutationOptions());
  const remove = async () => {
    await mutateAsync({ id });
    takeEvent(postId, { type: 'deleted', id });
    toast('The comment is deleted.');
  };
  return (
    <>
      <IconButton label={`Delete the comment by ${author.name}`} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden className="size-5" />
      </IconButton>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete this comment?"
        description="It will be gone for everybody. This cannot be undone."
        confirmLabel="Delete the comment"
        onConfirm={remove}
      />
    </>
  );
}

export function CommentSkeleton() {
  return (
    <div className="flex gap-3 py-5">
      <Skeleton className="size-8 rounded-full" />
      <div className="flex-1 space-y-2">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-5 w-full" />
      </div>
    </div>
  );
}
