import type { User } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { errorText } from '../../lib/error-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.tsx';
import { fetchExport } from './fetch-export.ts';

/** Everything that is kept about the user, as a file to take along. */
export function ExportSection({ user }: { user: User }) {
  const { mutate, isPending } = useMutation({
    mutationFn: fetchExport,
    onSuccess(archive) {
      saveFile(archive, `portico-${user.username}.json`);
      toast('Your data is downloaded.');
    },
    onError: (error) => toast(errorText(error), 'danger'),
  });
  return (
    <Section
      title="Take your data along"
      description="Your account, devices, activity, posts and comments, and the list of your files, in one JSON file."
    >
      <Button onClick={() => mutate()} pending={isPending}>
        <Download aria-hidden className="size-4" />
        Download my data
      </Button>
    </Section>
  );
}
