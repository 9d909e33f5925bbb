import { callOptions } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../lib/api.ts';
import { keepDraft } from '../../lib/drafts.ts';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { Page, PageHeader } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { PostEditor } from './post-editor.tsx';
import { newPost, type PostValues, postDraftKey, toInput, toValues } from './post-values.ts';
import { refreshPosts } from './refresh-posts.ts';
import { usePostForm } from './use-post-form.ts';

export function WritePage() {
  usePageHead({ title: 'Write a post' });
  const user = useUser();
  return user && <NewPost key={user.id} userId={user.id} />;
}

function NewPost({ userId }: { userId: string }) {
  const navigate = useNavigate();
  const { mutateAsync } = useMutation({
    mutationFn: ({ values, key }: { values: PostValues; key: string }) =>
      client.posts.create.mutate(toInput(values), callOptions({ idempotencyKey: key })),
  });

  const create = async (values: PostValues, key: string) => {
    const post = await mutateAsync({ values, key });
    void refreshPosts();
    const typed = form.typedMeanwhile();
    if (Object.keys(typed).length > 0)
      keepDraft(postDraftKey(userId, post.id), { ...toValues(post), ...typed });
    if (post.status === 'published') {
      toast('Your post is published.');
      await navigate({ to: '/posts/$slug', params: { slug: post.slug } });
    } else {
      toast('Your draft is saved.');
      await navigate({ to: '/me/posts/$id', params: { id: post.id }, replace: true });
    }
  };

  const form = usePostForm({ initial: newPost, draftKey: `${userId}.new-post`, submit: create });
  return (
    <Page width="reading">
      <PageHeader title="Write a post" />
      <PostEditor form={form} />
    </Page>
  );
}
