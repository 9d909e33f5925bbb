import type { Post } from '@portico/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { usePageHead } from '../../lib/page-head.ts';
import { patiently } from '../../lib/patiently.ts';
import { useUser } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Markdown } from './markdown.tsx';
import { mayEdit } from './may-edit.ts';
import { NoSuchPost } from './no-such-post.tsx';
import { PostByline } from './post-byline.tsx';
import { PostSkeleton } from './post-skeleton.tsx';
import { postQuery } from './posts.queries.ts';
import { Tags } from './tags.tsx';

// Its dialogs are for the few who may edit; readers do not load them.
const PostActions = lazy(() => patiently(() => import('./post-actions.tsx')));
const route = getRouteApi('/posts/$slug');

/** @param after stands below the post */
export function PostPage({ after }: { after: (post: Post) => ReactNode }) {
  const { slug } = route.useParams();
  const query = useQuery(postQuery(slug));
  return (
    <Page width="reading">
      <QueryView query={query} skeleton={<PostSkeleton />} missing={<NoSuchPost />}>
        {(post) => (
          <>
            <PostArticle post={post} />
            {after(post)}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function PostArticle({ post }: { post: Post }) {
  const user = useUser();
  usePageHead({ title: post.title, description: post.excerpt, picture: post.cover?.url });
  return (
    <article>
      <header className="space-y-4">
        <h1 dir="auto" className="text-2xl wrap-break-word">
          {post.title}
        </h1>
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
          <PostByline post={post} />
          {mayEdit(user, post) && (
            <Suspense>
              <PostActions post={post} />
            </Suspense>
          )}
        </div>
        {post.cover && (
          <img
            src={post.cover.url}
            alt={post.cover.alt}
            width={post.cover.width}
            height={post.cover.height}
            className="max-h-112 w-full rounded-xl bg-sunken object-cover"
          />
        )}
      </header>
      <Markdown source={post.body} className="my-8" />
      {post.tags.length > 0 && (
        <footer className="border-line border-t pt-6">
          <Tags tags={post.tags} />
        </footer>
      )}
    </article>
  );
}
