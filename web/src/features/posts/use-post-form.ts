import { atMost, type Rule, required } from '../../lib/rules.ts';
import { type Form, useForm } from '../../ui/form/use-form.ts';
import { type PostValues, parseTags } from './post-values.ts';

interface PostFormOptions {
  initial: PostValues;
  draftKey: string;
  submit: (values: PostValues, key: string) => Promise<unknown>;
  handleError?: (error: unknown, values: PostValues) => Promise<boolean>;
}

const mostTags = 10;
const longestTag = 30;

/** The same limits as the API's, said in words before anything is sent. */
const tagRules: readonly Rule[] = [
  (text) => (parseTags(text).length > mostTags ? `Choose up to ${mostTags} tags` : undefined),
  (text) => {
    const long = parseTags(text).find((tag) => tag.length > longestTag);
    return long && `A tag has at most ${longestTag} characters; “${long}” has more`;
  },
  (text) => {
    const odd = parseTags(text).find((tag) => !/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(tag));
    return odd && `Use letters and digits in tags; “${odd}” has others`;
  },
];

/** The form of a post, kept in this browser while it is written. */
export function usePostForm(options: PostFormOptions): Form<PostValues> {
  return useForm<PostValues>({
    ...options,
    rules: {
      title: [required('Give the post a title'), atMost(160, 'Keep the title under 160 characters')],
      body: [atMost(100_000, 'The text is longer than 100,000 characters')],
      tags: tagRules,
    },
  });
}
