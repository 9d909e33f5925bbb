import type { PostSummary } from '@portico/client';
import { Link, useNavigate } from '@tanstack/react-router';
import { PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../../ui/button.tsx';
import { DeletePostDialog } from './delete-post-dialog.tsx';

/** What an author can do with a post of theirs. */
export default function PostActions({ post }: { post: PostSummary }) {
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  return (
    <div className="flex gap-1">
      <Link
        to="/me/posts/$id"
        params={{ id: post.id }}
        className={buttonClass({ variant: 'quiet', size: 'small' })}
      >
        <PenLine aria-hidden className="size-4" />
        Edit
      </Link>
      <Button variant="quiet" size="small" onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
        Delete
      </Button>
      <DeletePostDialog
        post={post}
        open={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => navigate({ to: '/me/posts' })}
      />
    </div>
  );
}
