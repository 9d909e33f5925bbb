import { atMost, required } from '../../lib/rules.ts';
import { type Form, useForm } from '../../ui/form/use-form.ts';
import type { PostValues } from './post-values.ts';

interface PostFormOptions {
  initial: PostValues;
  draftKey: string;
  submit: (values: PostValues) => Promise<unknown>;
  handleError?: (error: unknown, values: PostValues) => Promise<boolean>;
}

/** The form of a post, kept in this browser while it is written. */
export function usePostForm(options: PostFormOptions): Form<PostValues> {
  return useForm<PostValues>({
    ...options,
    rules: {
      title: [required('Give the post a title'), atMost(160, 'Keep the title under 160 characters')],
      body: [atMost(100_000, 'The text is longer than 100,000 characters')],
    },
  });
}
