import type { PostSummary } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { refreshPosts } from './refresh-posts.ts';

interface DeletePostDialogProps {
  post: Pick<PostSummary, 'id' | 'title'>;
  open: boolean;
  onClose: () => void;
  /** Leaves what shows the post, before everything about posts is asked for again. */
  onDeleted?: () => Promise<void>;
}

export function DeletePostDialog({ post, open, onClose, onDeleted }: DeletePostDialogProps) {
  const { mutateAsync } = useMutation(api.posts.delete.mutationOptions());
  const remove = async () => {
    await mutateAsync({ id: post.id });
    await onDeleted?.();
    await refreshPosts();
    toast('The post is deleted.');
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Delete this post?"
      description={
        <>
          <strong className="text-ink">{post.title}</strong> will be gone for everybody. This cannot be
          undone.
        </>
      }
      confirmLabel="Delete the post"
      onConfirm={remove}
    />
  );
}
