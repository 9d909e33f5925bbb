import type { PostSummary } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { statusLabels } from './post-status.ts';

/** Who wrote a post, and when it was published. */
export function PostByline({ post, showAuthor = true }: { post: PostSummary; showAuthor?: boolean }) {
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
      {showAuthor && (
        <>
          <Link
            to="/authors/$username"
            params={{ username: post.author.username }}
            className="relative z-10 inline-flex min-w-0 items-center gap-2 rounded-sm wrap-anywhere font-medium text-ink hover:underline"
          >
            <Avatar name={post.author.name} picture={post.author.avatar} />
            {post.author.name}
          </Link>
          <span aria-hidden>·</span>
        </>
      )}
      <TimeAgo time={post.publishedAt ?? post.updatedAt} />
      {post.status === 'draft' && <Badge tone="warning">{statusLabels.draft}</Badge>}
    </p>
  );
}
