import { callOptions, type User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { atMost, required } from '../../lib/rules.ts';
import { useUser } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { SignInAgain } from '../../ui/sign-in-again.tsx';
import { takeEvent } from './take-event.ts';

/** Longest comment, in characters: the server's own limit. */
const longest = 2_000;

/** Writes a comment; a visitor is led to the login and back. What is typed survives failures and reloads. */
export function CommentForm({ postId }: { postId: string }) {
  const user = useUser();
  if (user === undefined) return null;
  if (user) return <SignedInForm key={user.id} postId={postId} user={user} />;
  return (
    <div className="flex flex-wrap items-center gap-4 text-muted text-sm">
      <p>Log in to join the conversation.</p>
      <SignInAgain />
    </div>
  );
}

function SignedInForm({ postId, user }: { postId: string; user: User }) {
  const { mutateAsync } = useMutation({
    mutationFn: ({ body, key }: { body: string; key: string }) =>
      client.comments.create.mutate({ postId, body }, callOptions({ idempotencyKey: key })),
  });
  const form = useForm({
    initial: { body: '' },
    rules: { body: [required('Write something first'), atMost(longest, `At most ${longest} characters`)] },
    draftKey: `${user.id}.comment.${postId}`,
    submit: async ({ body }, key) => {
      takeEvent(postId, { type: 'created', comment: await mutateAsync({ body, key }) });
      form.reset();
    },
  });
  return (
    <Form form={form} labels={{ body: 'Your comment' }} className="space-y-3">
      <TextArea field={form.field('body')} label="Your comment" rows={3} />
      <Button type="submit" variant="primary" pending={form.pending}>
        Comment
      </Button>
    </Form>
  );
}
