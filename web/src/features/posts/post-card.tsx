import type { PostSummary } from '@portico/client';
import { Link } from '@tanstack/react-router';
import { classNames } from '../../lib/class-names.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PostByline } from './post-byline.tsx';

interface PostCardProps {
  post: PostSummary;
  showAuthor?: boolean;
  /** The heading's level: one below what stands above the list. */
  heading?: 'h2' | 'h3';
}

/** A post in a list: what it is about, who wrote it, and its cover. */
export function PostCard({ post, showAuthor = true, heading: Heading = 'h2' }: PostCardProps) {
  return (
    <article className="group relative grid grid-cols-[1fr_auto] items-start gap-x-5 gap-y-2 py-6">
      <div className={classNames('col-span-2', post.cover !== null && 'sm:col-span-1')}>
        <PostByline post={post} showAuthor={showAuthor} />
      </div>
      <div className={classNames('min-w-0 space-y-2', !post.cover && 'col-span-2')}>
        <Heading dir="auto" className="text-lg">
          <Link
            to="/posts/$slug"
            params={{ slug: post.slug }}
            className="wrap-break-word rounded-sm after:absolute after:inset-0 group-hover:text-accent"
          >
            {post.title}
          </Link>
        </Heading>
        <p dir="auto" className="line-clamp-2 text-muted text-sm">
          {post.excerpt}
        </p>
      </div>
      {post.cover && (
        <img
          src={post.cover.thumbnailUrl}
          alt=""
          loading="lazy"
          decoding="async"
          className="aspect-4/3 w-24 rounded-lg bg-sunken object-cover sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:w-40"
        />
      )}
    </article>
  );
}

export function PostCardSkeleton() {
  return (
    <div className="flex gap-5 py-6">
      <div className="min-w-0 flex-1 space-y-2">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-7 w-4/5" />
        <Skeleton className="h-11 w-full" />
      </div>
      <Skeleton className="aspect-4/3 w-24 shrink-0 sm:w-40" />
    </div>
  );
}
