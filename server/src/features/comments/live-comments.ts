import type { CommentEvent, FollowComments } from '@portico/shared/comments';
import { tracked } from '@trpc/server';
import type { Db } from '../../db/connect.ts';
import type { Events, Following } from '../../engine/events/events.ts';
import type { Event } from '../../engine/events/read-events.ts';
import { commentsTopic, findComment, requirePublished } from './comments.service.ts';

/**
 * What happens to the comments under a published post, from now on or after an event; each once, in order.
 * @throws not_found when there is no such post, and a failure of `lastEventId` when it is not an event's id
 */
export async function followComments(
  db: Db,
  events: Events,
  { postId, lastEventId }: FollowComments,
  signal: AbortSignal | undefined,
) {
  await requirePublished(db, postId);
  return tell(db, await events.follow(commentsTopic(postId), { after: lastEventId, signal }));
}

async function* tell(db: Db, { start, events }: Following) {
  if (start !== undefined) yield tracked(start, { type: 'reset' } satisfies CommentEvent);
  for await (const event of events) {
    const told = await toCommentEvent(db, event);
    if (told) yield tracked(event.position, told);
  }
}

/** All who follow a post are told of the same event at once, so it is read once for all of them. */
const known = new WeakMap<Event, Promise<CommentEvent | undefined>>();

function toCommentEvent(db: Db, event: Event): Promise<CommentEvent | undefined> {
  const reading = known.get(event) ?? readCommentEvent(db, event);
  known.set(event, reading);
  reading.catch(() => known.delete(event));
  return reading;
}

/** @returns undefined for a comment that is gone again: that comes as an event of its own */
async function readCommentEvent(db: Db, { name, subject }: Event): Promise<CommentEvent | undefined> {
  if (name === 'deleted') return { type: 'deleted', id: subject };
  const comment = await findComment(db, subject);
  return comment && { type: 'created', comment };
}
