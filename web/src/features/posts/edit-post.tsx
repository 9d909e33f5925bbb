import type { Post } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { isProblem } from '../../lib/problems.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useUser } from '../../lib/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Conflict, ConflictDialog } from './conflict-dialog.tsx';
import { PostEditor } from './post-editor.tsx';
import { type PostValues, postDraftKey, toInput, toValues } from './post-values.ts';
import { editablePostQuery, postQuery } from './posts.queries.ts';
import { refreshPosts } from './refresh-posts.ts';
import { SetAsideNotice, useSetAside } from './set-aside.tsx';
import { usePostForm } from './use-post-form.ts';

/** Edits a post that exists. A newer version on the server leads to a question, never to a loss. */
export function EditPost({ post }: { post: Post }) {
  const user = useUser();
  const draftKey = postDraftKey(user?.id, post.id);
  const [conflict, setConflict] = useState<Conflict>();
  const setAside = useSetAside(draftKey);
  const { mutateAsync } = useMutation(api.posts.update.mutationOptions());

  const update = async (values: PostValues) => {
    const saved = await mutateAsync({ id: post.id, version: values.version, ...toInput(values) });
    queryClient.setQueryData(editablePostQuery(post.id).queryKey, saved);
    queryClient.setQueryData(postQuery(saved.slug).queryKey, saved);
    void refreshPosts();
    form.reset(toValues(saved));
    toast(saved.status === 'published' ? 'Your changes are published.' : 'Your draft is saved.');
  };

  const noticeConflict = async (error: unknown, mine: PostValues) => {
    if (!isProblem(error, 'version_conflict')) return false;
    const latest = await queryClient.fetchQuery(editablePostQuery(post.id));
    setConflict({ mine, theirs: toValues(latest) });
    return true;
  };

  const form = usePostForm({
    initial: toValues(post),
    draftKey,
    submit: update,
    handleError: noticeConflict,
  });

  const overwrite = ({ mine, theirs }: Conflict) => {
    setConflict(undefined);
    form.change({ version: theirs.version });
    void form.submit(undefined, { status: mine.status, version: theirs.version });
  };

  const takeTheirs = ({ mine, theirs }: Conflict) => {
    setConflict(undefined);
    setAside.keep({ ...mine, version: theirs.version });
    form.reset(theirs);
  };

  return (
    <>
      <PageHeader
        title={post.status === 'published' ? 'Edit your post' : 'Edit your draft'}
        action={
          <Link to="/posts/$slug" params={{ slug: post.slug }} className={buttonClass()}>
            <Eye aria-hidden className="size-4" />
            View
          </Link>
        }
      />
      <PostEditor form={form} notice={<SetAsideNotice setAside={setAside} onRestore={form.change} />} />
      <ConflictDialog
        conflict={conflict}
        onOverwrite={overwrite}
        onTakeTheirs={takeTheirs}
        onClose={() => setConflict(undefined)}
      />
    </>
  );
}
