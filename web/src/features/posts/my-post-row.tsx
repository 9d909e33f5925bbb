import type { PostSummary } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { Eye, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { IconButton, iconButtonClass } from '../../ui/icon-button.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { DeletePostDialog } from './delete-post-dialog.tsx';
import { statusLabels } from './post-status.ts';

/** One of my posts, with what I can do with it. */
export function MyPostRow({ post }: { post: PostSummary }) {
  const [deleting, setDeleting] = useState(false);
  return (
    <div className="flex items-center gap-2 py-4">
      <div className="min-w-0 flex-1">
        <Link
          to="/me/posts/$id"
          params={{ id: post.id }}
          dir="auto"
          className="block truncate rounded-sm font-medium hover:text-accent hover:underline"
        >
          {post.title}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-muted text-sm">
          <Badge tone={post.status === 'draft' ? 'warning' : 'success'}>{statusLabels[post.status]}</Badge>
          <span>
            changed <TimeAgo time={post.updatedAt} />
          </span>
        </p>
      </div>
      <Link
        to="/posts/$slug"
        params={{ slug: post.slug }}
        aria-label={`View ${post.title}`}
        title="View"
        className={iconButtonClass}
      >
        <Eye aria-hidden className="size-5" />
      </Link>
      <IconButton label={`Delete ${post.title}`} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-5" />
      </IconButton>
      <DeletePostDialog post={post} open={deleting} onClose={() => setDeleting(false)} />
    </div>
  );
}
