import type { SignedInContext } from '../../engine/procedure/context.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { allEventsOf } from '../audit/audit.service.ts';
import { allCommentsOf } from '../comments/comments.service.ts';
import { allFilesOf } from '../files/files.service.ts';
import { allPostsOf } from '../posts/posts.service.ts';

/**
 * Everything that is kept about the caller, for them to read; what proves who they are is left out. So is what an export
 * itself leaves in the log: the same data give the same file.
 */
export async function archiveOf({ db, devices, factors, user }: SignedInContext): Promise<object> {
  const { id } = user;
  const events = await allEventsOf(db, id);
  return {
    format: 'portico-account-1',
    account: await readUser(db, id),
    hasSecondFactor: await factors.isRequired(db, id),
    devices: await devices.list(db, id),
    events: events.filter(({ event }) => event !== 'data_exported'),
    posts: await allPostsOf(db, id),
    comments: await allCommentsOf(db, id),
    files: await allFilesOf(db, id),
  };
}
