import type { PostSummary, User } from '@portico/client';

/** Whether somebody may change a post: its author and administrators. The server decides; this only hides what it would refuse. */
export function mayEdit(user: User | null | undefined, post: PostSummary): boolean {
  return user?.id === post.author.id || user?.role === 'admin';
}
