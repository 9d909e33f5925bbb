import type { User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { usernameRules } from '../../lib/account-rules.ts';
import { api } from '../../lib/api.ts';
import { isProblem } from '../../lib/problems.ts';
import { queryClient } from '../../lib/query-client.ts';
import { atMost } from '../../lib/rules.ts';
import { sessionQuery, updateSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { RestoredNotice } from '../../ui/form/restored-notice.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { toast } from '../../ui/toast.tsx';

const labels = { name: 'Display name', bio: 'About you', username: 'Username' };

function toValues({ name, bio, username }: User) {
  return { name, bio, username };
}

export function ProfileForm({ user }: { user: User }) {
  const { mutateAsync } = useMutation(api.accounts.update.mutationOptions());
  const form = useForm({
    initial: toValues(user),
    draftKey: `${user.id}.profile`,
    rules: {
      name: [atMost(60, 'Keep the name under 60 characters')],
      bio: [atMost(500, 'Keep this under 500 characters')],
      username: usernameRules,
    },
    submit: async () => {
      // What changed elsewhere meanwhile stays as it is there.
      const saved = await mutateAsync({ id: user.id, ...form.changes(), version: user.version });
      updateSession(saved);
      form.reset(toValues(saved));
      toast('Your profile is saved.');
    },
    async handleError(error) {
      // Takes the newer version as the base, so that saving once more means what the message says.
      if (isProblem(error, 'version_conflict')) await queryClient.refetchQueries(sessionQuery);
      return false;
    },
  });

  return (
    <Form form={form} labels={labels}>
      <RestoredNotice form={form} />
      <TextField field={form.field('name')} label={labels.name} autoComplete="name" optional />
      <TextArea
        field={form.field('bio')}
        label={labels.bio}
        help="A sentence or two, shown on your page. Up to 500 characters."
        rows={3}
        optional
      />
      <TextField
        field={form.field('username')}
        label={labels.username}
        help={`Part of your page’s address: /authors/${form.values.username}`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button type="submit" variant="primary" pending={form.pending}>
        Save profile
      </Button>
    </Form>
  );
}
