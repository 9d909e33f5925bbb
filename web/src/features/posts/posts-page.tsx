import { getRouteApi, Link } from '@tanstack/react-router';
import { NotebookPen, SearchX, X } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PostList } from './post-list.tsx';
import { TagFilter } from './tag-filter.tsx';

const route = getRouteApi('/posts');

/** All posts, narrowed by words and a tag. The address holds what is shown. */
export function PostsPage() {
  const { q, tag } = route.useSearch();
  const title = q ? `Posts about “${q}”` : tag ? `Posts tagged ${tag}` : 'Posts';
  usePageHead({ title, description: 'What people write on Portico, newest first.' });
  return (
    <Page width="reading">
      <PageHeader
        title={title}
        action={
          <Link to="/write" className={buttonClass({ variant: 'primary' })}>
            <NotebookPen aria-hidden className="size-4" />
            Write a post
          </Link>
        }
      />
      <TagFilter />
      {q && (
        <Link to="/posts" search={{ ...(tag && { tag }) }} className={buttonClass({ size: 'small' })}>
          <X aria-hidden className="size-4" />
          Clear the search
        </Link>
      )}
      <PostList
        filters={{ ...(q && { q }), ...(tag && { tag }) }}
        empty={q || tag ? <NothingFound /> : <NothingYet />}
      />
    </Page>
  );
}

function NothingFound() {
  return (
    <div className="mt-6">
      <MessagePanel
        icon={SearchX}
        title="No post matches"
        action={
          <Link to="/posts" className={buttonClass()}>
            Show all posts
          </Link>
        }
      >
        Try fewer or other words, or another tag.
      </MessagePanel>
    </div>
  );
}

function NothingYet() {
  return (
    <MessagePanel
      icon={NotebookPen}
      title="Nobody has published anything yet"
      action={
        <Link to="/write" className={buttonClass({ variant: 'primary' })}>
          Write the first post
        </Link>
      }
    >
      A post is written in Markdown and can stay a draft for as long as you like.
    </MessagePanel>
  );
}
