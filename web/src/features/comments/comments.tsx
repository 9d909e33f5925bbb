import type { Comment, User } from '@portico/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useUser } from '../../lib/session.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentRow, CommentSkeleton } from './comment-row.tsx';
import { commentsQuery } from './comments.queries.ts';
import { useLiveComments } from './use-live-comments.ts';

interface CommentsProps {
  postId: string;
  /** Whoever wrote the post may delete what is written under it. */
  postAuthorId: string;
}

/** What readers say about a post, as they say it. */
export function Comments({ postId, postAuthorId }: CommentsProps) {
  const [pages, setPages] = useState(1);
  const headingId = useId();
  const user = useUser();
  const query = useInfiniteQuery(commentsQuery(postId));
  const announced = useLiveComments(postId);
  return (
    <section aria-labelledby={headingId} className="mt-10 space-y-6 border-line border-t pt-8">
      <h2 id={headingId} className="text-xl">
        Comments
      </h2>
      <CommentForm postId={postId} />
      <p role="status" aria-live="polite" className="sr-only">
        {announced}
      </p>
      <PagedList
        query={query}
        pages={pages}
        onMore={() => setPages(pages + 1)}
        label="Comments"
        keyOf={(comment) => comment.id}
        renderItem={(comment) => (
          <CommentRow comment={comment} mayDelete={mayDelete(user, comment, postAuthorId)} />
        )}
        skeleton={<CommentSkeleton />}
        skeletons={3}
        empty={<p className="text-muted text-sm">No comments yet. Say the first word.</p>}
        className="divide-y divide-line"
      />
    </section>
  );
}

/** The server decides; this only hides what it would refuse. */
function mayDelete(user: User | null | undefined, { author }: Comment, postAuthorId: string): boolean {
  return user?.role === 'admin' || user?.id === author.id || user?.id === postAuthorId;
}
