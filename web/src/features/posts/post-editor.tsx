import type { ReactNode } from 'react';
import { uploadPicture } from '../../lib/upload.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { RestoredNotice } from '../../ui/form/restored-notice.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { Form as FormState } from '../../ui/form/use-form.ts';
import { PictureField } from '../../ui/picture-field.tsx';
import { BodyField } from './body-field.tsx';
import type { PostValues } from './post-values.ts';

interface PostEditorProps {
  form: FormState<PostValues>;
  /** Remarks above the fields. */
  notice?: ReactNode;
}

/** The fields of a post, and the actions that send it. */
export function PostEditor({ form, notice }: PostEditorProps) {
  return (
    <Form form={form} labels={{ title: 'Title', body: 'Text', tags: 'Tags', coverId: 'Cover' }}>
      {notice}
      <RestoredNotice form={form} />
      <TextField
        field={form.field('title')}
        label="Title"
        autoComplete="off"
        className="font-semibold text-lg"
      />
      <BodyField field={form.field('body')} />
      <TextField
        field={form.field('tags')}
        label="Tags"
        help="Up to ten, separated by commas: design, typescript"
        autoComplete="off"
        autoCapitalize="none"
        optional
      />
      <PictureField field={form.field('coverId')} label="Cover" upload={uploadPicture} />
      <EditorActions form={form} />
    </Form>
  );
}

/** Stays in reach at the lower edge while a long text scrolls. */
function EditorActions({ form }: { form: FormState<PostValues> }) {
  const isPublished = form.values.status === 'published';
  const save = (status: PostValues['status']) => void form.submit(undefined, { status });
  return (
    <div className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-3 border-line border-t bg-canvas/95 px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur sm:mx-0 sm:px-0">
      <Button variant="primary" pending={form.pending} onClick={() => save('published')}>
        {isPublished ? 'Save changes' : 'Publish'}
      </Button>
      <Button pending={form.pending} onClick={() => save('draft')}>
        {isPublished ? 'Take back to drafts' : 'Save draft'}
      </Button>
      <p className="text-muted text-sm max-sm:hidden">
        {form.changed && 'Kept in this browser while you write'}
      </p>
    </div>
  );
}
