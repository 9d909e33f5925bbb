import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EditPost } from './edit-post.tsx';
import { mayEdit } from './may-edit.ts';
import { NoSuchPost } from './no-such-post.tsx';
import { PostSkeleton } from './post-skeleton.tsx';
import { editablePostQuery } from './posts.queries.ts';

const route = getRouteApi('/me/posts/$id');

export function EditPage() {
  usePageHead({ title: 'Edit a post' });
  const user = useUser();
  const { id } = route.useParams();
  const query = useQuery(editablePostQuery(id));
  return (
    <Page width="reading">
      <QueryView fresh query={query} skeleton={<PostSkeleton />} missing={<NoSuchPost />}>
        {(post) => (mayEdit(user, post) ? <EditPost key={id} post={post} /> : <NoSuchPost />)}
      </QueryView>
    </Page>
  );
}
