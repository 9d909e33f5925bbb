import { Comments } from '../../features/comments/comments.tsx';
import { PostPage } from '../../features/posts/post-page.tsx';

/** A post, and what is said about it once everybody can read it. */
export function PostWithCommentsPage() {
  return (
    <PostPage
      after={({ id, status, author }) =>
        status === 'published' && <Comments key={id} postId={id} postAuthorId={author.id} />
      }
    />
  );
}
