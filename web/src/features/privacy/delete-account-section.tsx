import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { changeSession } from '../../lib/session.ts';
import { dayOf } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.tsx';

/** The way out: after a question that says what happens, and when. */
export function DeleteAccountSection() {
  const [asking, setAsking] = useState(false);
  const router = useRouter();
  const { mutateAsync } = useMutation(api.privacy.requestDeletion.mutationOptions());
  const leave = async () => {
    const { deleteAfter } = await mutateAsync();
    await router.navigate({ to: '/' });
    changeSession(null);
    toast(`Your account will be deleted on ${dayOf(deleteAfter)}. We mailed you how to keep it.`);
  };
  return (
    <Section
      title="Delete your account"
      description="You are signed out at once, and after 14 days everything in the account is deleted for good."
    >
      <Button variant="danger" onClick={() => setAsking(true)}>
        Delete my account
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete your account?"
        description={<Consequences />}
        confirmLabel="Delete my account"
        onConfirm={leave}
      />
    </Section>
  );
}

function Consequences() {
  return (
    <ul className="list-disc space-y-2 pl-5">
      <li>Every device is signed out now, and nobody can sign in any more.</li>
      <li>In 14 days your profile, posts, comments and files are deleted. This cannot be undone.</li>
      <li>Until then you can keep the account after all: we mail you a link.</li>
    </ul>
  );
}
