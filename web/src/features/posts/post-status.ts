import type { PostSummary } from '@portico/client';

export type PostStatus = PostSummary['status'];

export const statusLabels: Record<PostStatus, string> = { draft: 'Draft', published: 'Published' };
