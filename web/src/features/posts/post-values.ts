import type { Picture, Post } from '@portico/client';
import type { PostStatus } from './post-status.ts';

/** A post as its form holds it. */
export interface PostValues {
  title: string;
  body: string;
  /** Separated by commas, as typed. */
  tags: string;
  coverId: Picture | null;
  status: PostStatus;
  /** The version that was edited; 0 before there is one. */
  version: number;
}

export const newPost: PostValues = {
  title: '',
  body: '',
  tags: '',
  coverId: null,
  status: 'draft',
  version: 0,
};

export function toValues(post: Post): PostValues {
  const { title, body, status, version } = post;
  return { title, body, status, version, tags: post.tags.join(', '), coverId: post.cover };
}

/** Under which key what somebody types into a post is kept in this browser. */
export function postDraftKey(userId: string | undefined, postId: string): string {
  return `${userId}.post.${postId}`;
}

/** What the API takes, of what the form holds. */
export function toInput({ title, body, tags, coverId, status }: PostValues) {
  return { title, body, status, tags: parseTags(tags), coverId: coverId?.id ?? null };
}

/** Reads tags as people type them: "API design, TypeScript" → `api-design`, `typescript`. */
export function parseTags(text: string): string[] {
  const tags = text.split(',').map((tag) =>
    tag
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
