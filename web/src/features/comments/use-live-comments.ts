import type { CommentEvent } from '@portico/client';
import { useEffect, useState } from 'react';
import { client } from '../../lib/api.ts';
import { useUser } from '../../lib/session.ts';
import { takeEvent } from './take-event.ts';

/**
 * Keeps the list of comments as it is on the server while somebody looks at it. A page in the background lets go of its
 * connection, of which a browser has few, and catches up when it is looked at again.
 * @returns what to read out: who has just commented
 */
export function useLiveComments(postId: string): string {
  const [announced, setAnnounced] = useState('');
  const userId = useUser()?.id;

  useEffect(() => {
    let lastEventId: string | undefined;
    let following: { unsubscribe(): void } | undefined;
    const told = ({ id, data }: { id: string; data: CommentEvent }) => {
      lastEventId = id;
      takeEvent(postId, data);
      if (data.type === 'created' && data.comment.author.id !== userId) {
        setAnnounced(`New comment by ${data.comment.author.name}`);
      }
    };
    const pause = () => {
      following?.unsubscribe();
      following = undefined;
    };
    const followWhenSeen = () => {
      if (document.hidden) return pause();
      following ??= client.comments.live.subscribe({ postId, lastEventId }, { onData: told, onError: pause });
    };
    followWhenSeen();
    document.addEventListener('visibilitychange', followWhenSeen);
    return () => {
      document.removeEventListener('visibilitychange', followWhenSeen);
      pause();
    };
  }, [postId, userId]);

  return announced;
}
