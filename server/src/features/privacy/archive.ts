import type { SignedInContext } from '../../engine/procedure/context.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { allEventsOf } from '../audit/audit.service.ts';
import { allCommentsOf } from '../comments/comments.service.ts';
import { allFilesOf } from '../files/files.service.ts';
import { allPostsOf } from '../posts/posts.service.ts';

/** Everything that is kept about the caller, for them to read; what proves who they are is left out. */
export async function archiveOf({ db, devices, factors, user }: SignedInContext): Promise<object> {
  const { id } = user;
  return {
    format: 'portico-account-1',
    exportedAt: new Date(),
    account: await readUser(db, id),
    hasSecondFactor: await factors.isRequired(db, id),
    devices: await devices.list(db, id),
    events: await allEventsOf(db, id),
    posts: await allPostsOf(db, id),
    comments: await allCommentsOf(db, id),
    files: await allFilesOf(db, id),
  };
}
